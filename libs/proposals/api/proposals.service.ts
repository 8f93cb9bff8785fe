import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type {
  AgendaState,
  ProposalCounts,
  ProposalFacts,
  ProposalSummary,
  ProposalView,
} from '@kernagenda/proposals/domain';
import { countsQuery, detailQuery, factsQuery, listQuery, mineQuery, publicQuery } from './proposals.queries';
import type { DetailRow, ListFilter, LockedRow, SummaryRow } from './proposals.queries';
import { readerValues } from './proposals.read-rule';
import { toFacts, toSummary, toView } from './proposals.views';

type After = readonly [at: string, id: string] | null;

type StateCounts = Partial<Record<AgendaState, number>>;

interface CountRow {
  readonly villageId: string;
  readonly agendaState: AgendaState;
  readonly count: number;
  /** True for a point of another village that shares it. */
  readonly isShared: boolean;
}

/** Reads proposals; every answer passes the read rule. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What everyone may read, newest first unless the filter asks for another order. */
  async listPublic(filter: ListFilter, limit: number, after: After): Promise<Page<ProposalSummary>> {
    const { name, text, values } = listQuery(filter, after, limit + 1);
    const rows = await namedQuery<SummaryRow>(this.dataSource, name, text, values);
    return toPage(rows, limit, toSummary, ({ listedAt, newsAt, id }) => [
      ((filter.order === 'quiet' ? newsAt : null) ?? listedAt).toISOString(),
      id,
    ]);
  }

  /** Those of these ids that everyone may read, by id. */
  async findPublic(
    ids: readonly string[],
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<ReadonlyMap<string, ProposalSummary>> {
    const rows = await namedQuery<SummaryRow>(source, 'proposals public', publicQuery, [ids]);
    return new Map(rows.map((row) => [row.id, toSummary(row)]));
  }

  async listMine(actor: Actor, limit: number, after: After): Promise<Page<ProposalSummary>> {
    const values = [actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<SummaryRow>(this.dataSource, 'proposals mine', mineQuery, values);
    return toPage(rows, limit, toSummary, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  async count(): Promise<ProposalCounts> {
    const rows = await namedQuery<CountRow>(this.dataSource, 'proposals counts', countsQuery);
    const total: StateCounts = {};
    const villages = new Map<string, StateCounts>();
    for (const { villageId, agendaState, count, isShared } of rows) {
      const counts = villages.get(villageId) ?? {};
      villages.set(villageId, counts);
      counts[agendaState] = (counts[agendaState] ?? 0) + count;
      if (!isShared) total[agendaState] = (total[agendaState] ?? 0) + count;
    }
    return { total, villages: [...villages].map(([villageId, counts]) => ({ villageId, counts })) };
  }

  /** @throws Problem `not_found` when it does not exist for this person. */
  async getProposal(id: string, actor: Actor | null): Promise<ProposalView> {
    const now = this.clock.now();
    const values = [id, ...readerValues(actor, now)];
    const [row] = await namedQuery<DetailRow>(this.dataSource, 'proposal', detailQuery, values);
    if (!row) throw new Problem('not_found');
    return toView(row, actor, now);
  }

  /**
   * What the lifecycles know of it and of who asks; null when it does not exist for this person. Inside a transaction
   * give its manager, or each call holds two connections.
   */
  async findFacts(
    id: string,
    actor: Actor | null,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<ProposalFacts | null> {
    const now = this.clock.now();
    const values = [id, ...readerValues(actor, now)];
    const [row] = await namedQuery<LockedRow>(source, 'proposal facts', factsQuery, values);
    return row ? toFacts(row, actor, now) : null;
  }
}
