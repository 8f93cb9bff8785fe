import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock } from '@kernagenda/shared/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Proposal, ProposalAlsoVillage, ProposalVersion } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';

/** Takes points over from public pages, with what those report and nothing invented. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lifecycle: ProposalsLifecycle,
  ) {}

  /**
   * Takes over what is not there yet, by source key: a second run, or one after a crash, adds only what is missing.
   * @returns how many points are new
   */
  async import(points: readonly ProposalImport[]): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const missing = await this.findMissing(manager, points);
      for (const { alsoVillageIds, ...point } of missing) {
        const now = this.clock.now();
        const { title, body, theme, kind } = point;
        const { id: proposalId } = await manager.save(
          manager.create(Proposal, {
            ...point,
            authorId: null,
            place: '',
            moderationState: 'approved',
            createdAt: now,
          }),
        );
        await manager.insert(ProposalVersion, {
          ...{ proposalId, number: 1, title, body, place: '', theme, kind },
          ...{ state: 'approved', authorId: null, submittedAt: now, decidedBy: null, decidedAt: now },
        });
        await manager.insert(
          ProposalAlsoVillage,
          alsoVillageIds.map((villageId) => ({ proposalId, villageId })),
        );
        await this.audit.record(manager, {
          actorId: null,
          action: 'import',
          objectType: 'proposal',
          objectId: proposalId,
          toState: point.agendaState,
          details: { sourceKey: point.sourceKey, sourceUrl: point.sourceUrl },
        });
        await this.lifecycle.tellVisibility(manager, proposalId);
      }
      return missing.length;
    });
  }

  /** Whether nothing of these is left to take over. */
  async isComplete(sourceKeys: readonly string[]): Promise<boolean> {
    return (
      (
        await this.findMissing(
          this.dataSource.manager,
          sourceKeys.map((sourceKey) => ({ sourceKey })),
        )
      ).length === 0
    );
  }

  /** The points that were taken over by these keys. */
  async findIds(sourceKeys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.dataSource.manager.find(Proposal, {
      where: { sourceKey: In([...sourceKeys]) },
      select: { id: true },
      order: { sourceKey: 'asc' },
    });
    return rows.map(({ id }) => id);
  }

  private async findMissing<Point extends { readonly sourceKey: string }>(
    manager: EntityManager,
    points: readonly Point[],
  ): Promise<Point[]> {
    const sourceKey = In(points.map((point) => point.sourceKey));
    const known = await manager.find(Proposal, { where: { sourceKey }, select: { id: true, sourceKey: true } });
    const keys = new Set(known.map((proposal) => proposal.sourceKey));
    return points.filter((point) => !keys.has(point.sourceKey));
  }
}
