import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import {
  daysLeftAt,
  mayHoldRound,
  roundActions,
  roundStateAt,
  roundWays,
  wallPartOf,
  wallParts,
} from '@kernagenda/intake/domain/rounds';
import type {
  RoundCounts,
  RoundPeriod,
  RoundSummary,
  RoundView,
  RoundWish,
  WallPart,
} from '@kernagenda/intake/domain/rounds';
import { ProposalsService } from '@kernagenda/proposals/api';
import { actingParties } from '@kernagenda/proposals/domain';
import { Clock, Settings, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem, allowedActions } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { placesQuery } from '../places.queries';
import type { PlaceRow } from '../places.queries';
import { roundCountsQuery, roundQuery, roundWishesQuery, roundsQuery } from './rounds.queries';
import type { RoundCountRow, RoundDetailRow, RoundListRow, RoundRow, RoundWishRow } from './rounds.queries';

/** What everybody reads of rounds: what was brought in is derived from what was sent in, so nothing hidden stays. */
@Injectable()
export class RoundLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly proposals: ProposalsService,
  ) {}

  /** Of one village or of all; the last day latest first. */
  async list(village: string | null, limit: number, after: readonly string[] | null): Promise<Page<RoundSummary>> {
    const values = [village, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<RoundListRow>(this.dataSource, 'rounds', roundsQuery, values);
    const now = this.clock.now();
    return toPage(
      rows,
      limit,
      (row) => ({
        ...toPeriodState(row, now),
        id: row.id,
        question: row.question,
        villages: row.villages,
        wishes: row.wishes,
      }),
      ({ endsOn, id }) => [endsOn, id],
    );
  }

  /** @throws Problem `not_found` */
  async get(actor: Actor | null, id: string): Promise<RoundView> {
    const row = await this.find(id);
    const counts = toCounts(
      await namedQuery<RoundCountRow>(this.dataSource, 'round counts', roundCountsQuery, [id]),
      row.villages,
    );
    const standing = toPeriodState(row, this.clock.now());
    const { stoppedAt: _stoppedAt, places, ...said } = row;
    return {
      ...said,
      ...standing,
      url: `${this.settings.publicUrl}/ophaalrondes/${id}`,
      wishes: counts.villages.reduce((sum, { count }) => sum + count, 0),
      counts,
      allowedActions: allowedActions(roundActions, standing.state, { actor, places }),
    };
  }

  /** What everybody may read of it, with what became of each. @throws Problem `not_found` */
  async listWishes(
    id: string,
    part: WallPart | null,
    limit: number,
    after: readonly [rank: number, sentInAt: string, id: string] | null,
  ): Promise<Page<RoundWish>> {
    await this.find(id);
    const keys = [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null];
    const values = [id, ...keys, limit + 1, part && wallParts.indexOf(part)];
    const rows = await namedQuery<RoundWishRow>(this.dataSource, 'round wishes', roundWishesQuery, values);
    const points = await this.proposals.findPublic(rows.map((row) => row.id));
    const toWish = ({ rank: _rank, sentInAt, statusAt, word, wordAt, ...row }: RoundWishRow): RoundWish => {
      const point = points.get(row.id);
      return {
        ...{ id: row.id, title: row.title, village: row.village, way: row.way, sentInAt: sentInAt.toISOString() },
        ...{ part: wallPartOf[row.agendaState], agendaState: row.agendaState, plan: point?.plan ?? null },
        actingParty: point?.actingParty ?? actingParties[row.agendaState],
        statusAt: statusAt?.toISOString() ?? null,
        ...{ reason: row.reason, alternative: row.alternative, evidence: row.evidence },
        mergedInto: row.mergedInto,
        word: word !== null && wordAt ? { text: word, at: wordAt.toISOString() } : null,
      };
    };
    return toPage(rows, limit, toWish, (row) => [row.rank, row.sentInAt.toISOString(), row.id]);
  }

  /** The villages in which this person can hold a round, by name. */
  async listVillages(actor: Actor): Promise<readonly VillageRef[]> {
    const rows = await this.findPlaces(null);
    return rows.filter((row) => mayHoldRound({ actor, places: [row.place] })).map(({ village }) => village);
  }

  /** Where these villages lie; of all when null. Those that do not exist are left out. */
  findPlaces(
    ids: readonly string[] | null,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<readonly PlaceRow[]> {
    return namedQuery<PlaceRow>(source, 'intake places', placesQuery, [ids]);
  }

  private async find(id: string): Promise<RoundDetailRow> {
    const [row] = await namedQuery<RoundDetailRow>(this.dataSource, 'round', roundQuery, [id]);
    if (!row) throw new Problem('not_found');
    return row;
  }
}

function toPeriodState(row: RoundRow, now: Date): Pick<RoundSummary, keyof RoundPeriod | 'state' | 'daysLeft'> {
  const { startsOn, endsOn, stoppedAt } = row;
  const period: RoundPeriod = { startsOn, endsOn, stoppedAt: stoppedAt?.toISOString() ?? null };
  return { ...period, state: roundStateAt(period, now), daysLeft: daysLeftAt(period, now) };
}

function toCounts(rows: readonly RoundCountRow[], villages: readonly VillageRef[]): RoundCounts {
  const sum = (of: (row: RoundCountRow) => boolean): number =>
    rows.filter(of).reduce((total, { count }) => total + count, 0);
  const inPart = (part: WallPart): number =>
    sum(({ agendaState }) => agendaState !== null && wallPartOf[agendaState] === part);
  return {
    villages: villages.map((village) => ({ village, count: sum(({ villageId }) => villageId === village.id) })),
    ways: roundWays.map((way) => ({ way, count: sum((row) => row.way === way) })).filter(({ count }) => count > 0),
    beingRead: sum(({ agendaState }) => agendaState === null),
    parts: {
      ...{ done: inPart('done'), under_way: inPart('under_way'), on_agenda: inPart('on_agenda') },
      ...{ not_feasible: inPart('not_feasible'), wish: inPart('wish'), ended: inPart('ended') },
    },
  };
}
