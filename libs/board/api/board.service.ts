import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { boardLimits, pointStandings } from '@kernagenda/board/domain';
import type {
  BoardView,
  LateQuestion,
  PointFigures,
  PointStanding,
  Some,
  VisitPromise,
  VisitView,
  Voices,
  WishedPoint,
} from '@kernagenda/board/domain';
import { CommitmentLists, toSince } from '@kernagenda/commitments/api';
import { figured, noFigures, silentBefore } from '@kernagenda/commitments/domain';
import type { Figured } from '@kernagenda/commitments/domain';
import { BookedSavings } from '@kernagenda/procurement/api';
import { sumCents } from '@kernagenda/procurement/domain';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { VillagesService } from '@kernagenda/villages/api';
import {
  doneQuery,
  lateQuestionsQuery,
  pointCountsQuery,
  movingQuery,
  runningPromisesQuery,
  stillQuery,
  voicesQuery,
  wishesQuery,
} from './board.queries';
import type { DoneRow, MovingRow, PointCountRow, PromiseRow, StillRow, VoiceRow } from './board.queries';

const dayMs = 86_400_000;

type Counted<Row> = Row & { readonly count: number };

/** Counts what everyone may read: the same rules, and where there is one the same query, as the pages it counts. */
@Injectable()
export class BoardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly commitments: CommitmentLists,
    private readonly savings: BookedSavings,
    private readonly villages: VillagesService,
  ) {}

  async find(): Promise<BoardView> {
    const now = this.clock.now();
    const [promises, points, voices, purchases] = await Promise.all([
      this.commitments.countFigures({}),
      this.countPoints(now, null),
      this.hear(now),
      this.savings.list(),
    ]);
    const netCents = sumCents(purchases.map((purchase) => purchase.netCents));
    return { at: now.toISOString(), promises, points, voices, savings: { netCents, purchases } };
  }

  /** What somebody has to know who visits a village, by its slug. @throws Problem `not_found`. */
  async findVisit(slug: string): Promise<VisitView> {
    const now = this.clock.now();
    const { id, name } = await this.villages.getVillage(slug);
    const today = amsterdamDay(now);
    const [promises, points, running, done, moving, still, wishes, questions] = await Promise.all([
      this.commitments.countFigures({ village: slug }),
      this.countPoints(now, slug),
      namedQuery<PromiseRow>(this.dataSource, 'visit promises', runningPromisesQuery, [id, today]),
      namedQuery<Counted<DoneRow>>(this.dataSource, 'visit done', doneQuery, [
        id,
        daysBefore(now, boardLimits.doneDays),
      ]),
      namedQuery<Counted<MovingRow>>(this.dataSource, 'visit moving', movingQuery, [id, new Date(silentBefore(now))]),
      namedQuery<Counted<StillRow>>(this.dataSource, 'visit still', stillQuery, [id, new Date(silentBefore(now))]),
      namedQuery<Counted<WishedPoint>>(this.dataSource, 'visit wishes', wishesQuery, [id]),
      namedQuery<Counted<LateQuestion>>(this.dataSource, 'visit questions', lateQuestionsQuery, [id, today]),
    ]);
    const figures = figuresOf(promises, slug) ?? noFigures;
    const promised = (isLate: boolean): VisitPromise[] =>
      running.filter((row) => row.isLate === isLate).map(({ isLate: _, ...promise }) => promise);
    return {
      at: now.toISOString(),
      village: { id, slug, name },
      promises: figures,
      points: figuresOf(points, slug) ?? noPoints,
      done: some(done, (row) => ({ ...row, at: row.at.toISOString() })),
      late: { count: figures.late, items: promised(true) },
      next: { count: figures.open, items: promised(false) },
      still: some(still, ({ id: pointId, title, team, ...row }) => ({
        ...{ id: pointId, title, team },
        since: toSince(row),
      })),
      moving: some(moving, ({ id: pointId, title, ...row }) => ({ id: pointId, title, since: toSince(row) })),
      wishes: some(wishes, (row) => row),
      questions: some(questions, (row) => row),
    };
  }

  private async countPoints(now: Date, village: string | null): Promise<Figured<PointFigures>> {
    const values = [new Date(silentBefore(now)), village];
    const rows = await namedQuery<PointCountRow>(this.dataSource, 'board points', pointCountsQuery, values);
    return figured(rows, sumPoints);
  }

  private async hear(now: Date): Promise<Voices> {
    const since = daysBefore(now, boardLimits.voiceDays);
    const rows = await namedQuery<VoiceRow>(this.dataSource, 'board voices', voicesQuery, [since]);
    return {
      since: since.toISOString(),
      heard: rows.filter(({ isHeard }) => isHeard).length,
      silent: rows.filter(({ isHeard }) => !isHeard).map(({ village }) => village),
    };
  }
}

const noPoints = Object.fromEntries(pointStandings.map((standing) => [standing, 0])) as PointFigures;

function sumPoints(rows: readonly PointCountRow[]): PointFigures {
  const figures: Record<PointStanding, number> = { ...noPoints };
  for (const { standing, count } of rows) figures[standing] += count;
  return figures;
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

const figuresOf = <Of>({ villages }: Figured<Of>, slug: string): Of | undefined =>
  villages.find(({ village }) => village.slug === slug)?.figures;

/** Rows that each say how many there are in all. */
function some<Row, View>(rows: readonly Counted<Row>[], toView: (row: Row) => View): Some<View> {
  const [first] = rows;
  return { count: first?.count ?? 0, items: rows.map(({ count: _, ...row }) => toView(row as Row)) };
}
