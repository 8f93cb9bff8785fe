import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { figureOf, figured, noFigures } from '@kernagenda/commitments/domain';
import type { CommitmentSummary, Figures, FiguresView, Standing } from '@kernagenda/commitments/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { commitmentListQuery, figuresQuery } from './commitment-lists.queries';
import type { CommitmentListRow, FigureRow } from './commitment-lists.queries';
import { toPromise } from './promises.views';

/** `village` is a slug. */
export interface FiguresFilter {
  readonly village?: string | undefined;
  readonly theme?: Theme | undefined;
}

export interface CommitmentFilter extends FiguresFilter {
  readonly state?: Standing | undefined;
}

/** What was promised everywhere, and how much of it was kept; only on points everyone may read. */
@Injectable()
export class CommitmentLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By due day. */
  async list(
    { village, theme, state }: CommitmentFilter,
    limit: number,
    after: readonly [dueOn: string, id: string] | null,
  ): Promise<Page<CommitmentSummary>> {
    const today = amsterdamDay(this.clock.now());
    const keys = [after ? amsterdamDay(new Date(after[0])) : null, after?.[1] ?? null];
    const values = [today, village ?? null, theme ?? null, state ?? null, ...keys, limit + 1];
    const rows = await namedQuery<CommitmentListRow>(this.dataSource, 'commitments', commitmentListQuery, values);
    return toPage(
      rows,
      limit,
      (row) => ({ ...toPromise(row, today), point: row.point, village: row.village }),
      ({ dueOn, id }) => [`${dueOn}T12:00:00Z`, id],
    );
  }

  async countFigures({ village, theme }: FiguresFilter): Promise<FiguresView> {
    const values = [amsterdamDay(this.clock.now()), village ?? null, theme ?? null];
    const rows = await namedQuery<FigureRow>(this.dataSource, 'commitment figures', figuresQuery, values);
    return figured(rows, sum);
  }
}

function sum(rows: readonly FigureRow[]): Figures {
  const figures: { -readonly [Name in keyof Figures]: number } = { ...noFigures };
  for (const { standing, count } of rows) {
    const name = figureOf[standing];
    if (name !== null) figures[name] += count;
  }
  return figures;
}
