import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { namedQuery, toPage } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, allowedActions } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { batchActions } from '@kernagenda/intake/domain/imports';
import type {
  BatchAction,
  BatchFacts,
  BatchRow,
  BatchState,
  BatchSummary,
  BatchView,
  RowOutcome,
} from '@kernagenda/intake/domain/imports';
import { batchQuery, batchesQuery, rowsQuery } from './imports.queries';
import type { BatchListRow } from './imports.queries';

/** Which rows of a file are asked for: those of an outcome, or the points that stay although the file was taken back. */
export type RowFilter = RowOutcome | 'kept';

/** What an administrator reads of files that were brought. */
@Injectable()
export class BatchLists {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. */
  async list(actor: Actor, limit: number, after: readonly string[] | null): Promise<Page<BatchSummary>> {
    const values = [after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<BatchListRow>(this.dataSource, 'imports', batchesQuery, values);
    return toPage(rows, limit, toSummary(actor), ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** @throws Problem `not_found` */
  async get(actor: Actor, id: string): Promise<BatchView> {
    type Row = BatchListRow & Pick<BatchView, 'headings' | 'leftOut' | 'columns' | 'sourceUrl'>;
    const [row] = await namedQuery<Row>(this.dataSource, 'import', batchQuery, [id]);
    if (!row) throw new Problem('not_found');
    const { headings, leftOut, columns, sourceUrl } = row;
    return { ...toSummary(actor)(row), headings, leftOut, columns, sourceUrl };
  }

  /** In the order of the file. @throws Problem `not_found` */
  async listRows(
    actor: Actor,
    id: string,
    filter: RowFilter | null,
    limit: number,
    after: number | null,
  ): Promise<Page<BatchRow>> {
    await this.get(actor, id);
    const values = [id, filter, after ?? 0, limit + 1];
    const rows = await namedQuery<BatchRow>(this.dataSource, 'import rows', rowsQuery, values);
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ number }) => [number],
    );
  }
}

const toSummary =
  (actor: Actor) =>
  ({ id, state, fileName, by, createdAt, finishedAt, counts, version }: BatchListRow): BatchSummary => ({
    ...{ id, state, fileName, by, counts, version },
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    allowedActions: allowedActions<BatchState, BatchFacts, BatchAction>(batchActions, state, { actor }),
  });
