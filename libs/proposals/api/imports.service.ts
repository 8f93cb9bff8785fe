import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, namedQuery } from '@kernagenda/shared/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Proposal, ProposalAlsoVillage, ProposalVersion } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';

/** What tells whether a point was taken over before: where it stood, and what it is called there. */
export type ImportKey = Pick<ProposalImport, 'sourceUrl' | 'sourceKey'>;

/** A point that was taken over, as it stands now. */
export interface TakenPoint extends ImportKey, Pick<ProposalImport, 'villageId' | 'title' | 'body'> {
  readonly id: string;
  readonly agendaState: string;
}

/** Who takes points over, with which file; neither when the installation does it itself. */
export interface ImportOrigin {
  readonly actorId: string | null;
  readonly batchId: string | null;
}

const takenQuery = `
  select p.id, p.source_url as "sourceUrl", p.source_key as "sourceKey", p.village_id as "villageId", p.title, p.body,
    p.agenda_state as "agendaState"
  from proposal p join unnest($1::text[], $2::text[]) as k (source_url, source_key)
    on p.source_url = k.source_url and p.source_key = k.source_key`;

const ownTraces = [
  'select id from proposal where id = any($1::uuid[]) and version > 1',
  'select merged_into_id from proposal where merged_into_id = any($1::uuid[])',
  'select proposal_id from support where proposal_id = any($1::uuid[])',
  'select proposal_id from proposal_photo where proposal_id = any($1::uuid[])',
];

/** Takes points over from public pages, with what those report and nothing invented; and takes them back. */
@Injectable()
export class ImportsService {
  private readonly traces: string[] = [...ownTraces];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lifecycle: ProposalsLifecycle,
  ) {}

  /**
   * Names a table in which people leave something at a point, so that the point is not taken back any more: SQL that
   * answers the ids of such points among $1, an array. Call it in `onModuleInit`.
   */
  keepWhere(query: string): void {
    this.traces.push(query);
  }

  /**
   * Takes over what is not there yet, by source and key: a second run, or one after a crash, adds only what is missing.
   * @returns how many points are new
   */
  async import(points: readonly ProposalImport[]): Promise<number> {
    const nobody = { actorId: null, batchId: null };
    return this.dataSource.transaction(async (manager) => (await this.take(manager, points, nobody)).length);
  }

  /** As `import`, in the transaction of who calls. @returns the new points, in the order they were given */
  async take(
    manager: EntityManager,
    points: readonly ProposalImport[],
    { actorId, batchId }: ImportOrigin,
  ): Promise<readonly TakenPoint[]> {
    const missing = (await this.findMissing(manager, points)).map((point) => ({ ...point, id: randomUUID() }));
    if (missing.length === 0) return [];
    const now = this.clock.now();
    const of = { authorId: null, place: '' } as const;
    await manager.insert(
      Proposal,
      missing.map(({ alsoVillageIds: _, ...point }) => {
        return { ...point, ...of, moderationState: 'approved' as const, createdAt: now };
      }),
    );
    await manager.insert(
      ProposalVersion,
      missing.map(({ id: proposalId, title, body, theme, kind }) => ({
        ...{ proposalId, number: 1, title, body, theme, kind, ...of },
        ...{ state: 'approved' as const, submittedAt: now, decidedBy: null, decidedAt: now },
      })),
    );
    await manager.insert(
      ProposalAlsoVillage,
      missing.flatMap(({ id: proposalId, alsoVillageIds }) =>
        alsoVillageIds.map((villageId) => ({ proposalId, villageId })),
      ),
    );
    for (const { id, agendaState, sourceKey, sourceUrl } of missing) {
      await this.audit.record(manager, {
        actorId,
        action: 'import',
        objectType: 'proposal',
        objectId: id,
        toState: agendaState,
        details: { sourceKey, sourceUrl, ...(batchId !== null && { batchId }) },
      });
    }
    const ids = missing.map(({ id }) => id);
    await this.lifecycle.tellVisibilities(manager, ids);
    return missing;
  }

  /** Whether nothing of these is left to take over. */
  async isComplete(keys: readonly ImportKey[]): Promise<boolean> {
    return (await this.findMissing(this.dataSource.manager, keys)).length === 0;
  }

  /** The ids of the points that were taken over by these keys, in the order of their keys. */
  async findIds(keys: readonly ImportKey[]): Promise<readonly string[]> {
    const taken = await this.findTaken(this.dataSource.manager, keys);
    return taken.toSorted((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1)).map(({ id }) => id);
  }

  /** The points that were taken over by these keys, as they stand now, whatever became of them. */
  async findTaken(manager: EntityManager, keys: readonly ImportKey[]): Promise<readonly TakenPoint[]> {
    const values = [keys.map(({ sourceUrl }) => sourceUrl), keys.map(({ sourceKey }) => sourceKey)];
    return namedQuery<TakenPoint>(manager, 'proposals taken over', takenQuery, values);
  }

  /**
   * Hides points that were taken over, but those people did something with: they wrote, supported or decided there, and
   * nobody may lose that. The rows are held until the transaction ends, so that nobody adds anything meanwhile.
   * @returns the ids of those that stay
   */
  async takeBack(
    manager: EntityManager,
    ids: readonly string[],
    { actorId, batchId }: ImportOrigin,
  ): Promise<readonly string[]> {
    const kept = await this.holdTouched(manager, ids);
    const gone = ids.filter((id) => !kept.includes(id));
    await manager.update(Proposal, { id: In(gone) }, { moderationState: 'hidden' });
    for (const objectId of gone) {
      await this.audit.record(manager, {
        actorId,
        action: 'undo_import',
        objectType: 'proposal',
        objectId,
        toState: 'hidden',
        ...(batchId !== null && { details: { batchId } }),
      });
    }
    await this.lifecycle.tellVisibilities(manager, gone);
    return kept;
  }

  /**
   * Deletes points that were taken back, once whoever compares or shows texts knows that they are hidden.
   * @returns the ids of those that stay, because somebody did something with them since
   */
  async forget(manager: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
    const kept = await this.holdTouched(manager, ids);
    await manager.delete(Proposal, { id: In(ids.filter((id) => !kept.includes(id))), moderationState: 'hidden' });
    return kept;
  }

  /** Which of these people did something with. Locks them: who writes at a point needs its row. */
  private async holdTouched(manager: EntityManager, ids: readonly string[]): Promise<readonly string[]> {
    await manager.query('select from proposal where id = any($1::uuid[]) order by id for update', [ids]);
    const text = `select distinct id from (${this.traces.join(' union all ')}) as touched (id)`;
    const rows = await manager.query<{ readonly id: string }[]>(text, [ids]);
    return rows.map(({ id }) => id);
  }

  private async findMissing<Point extends ImportKey>(
    manager: EntityManager,
    points: readonly Point[],
  ): Promise<readonly Point[]> {
    const known = new Set((await this.findTaken(manager, points)).map(toText));
    return points.filter((point) => !known.has(toText(point)));
  }
}

const toText = ({ sourceUrl, sourceKey }: ImportKey): string => JSON.stringify([sourceUrl, sourceKey]);
