import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit, Clock } from '@kernagenda/shared/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Proposal, ProposalAlsoVillage } from './proposals.entities';
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
      let added = 0;
      for (const { alsoVillageIds, ...point } of points) {
        const { identifiers } = await manager
          .createQueryBuilder()
          .insert()
          .into(Proposal)
          .values({ ...point, authorId: null, place: '', moderationState: 'approved', createdAt: this.clock.now() })
          .orIgnore()
          .execute();
        const [identifier] = identifiers;
        if (!identifier) continue;
        const proposalId = String(identifier['id']);
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
        added += 1;
      }
      return added;
    });
  }
}
