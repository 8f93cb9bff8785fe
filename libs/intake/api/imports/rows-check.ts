import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportsService } from '@kernagenda/proposals/api';
import type { TakenPoint } from '@kernagenda/proposals/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { amsterdamDay, oneLine } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { importLimits, readRows, shorten, villagesByName } from '@kernagenda/intake/domain/imports';
import type { FileRow, RowOutcome } from '@kernagenda/intake/domain/imports';
import type { ImportBatch } from './imports.entities';
import { cellsQuery, checkRowsQuery, villagesQuery } from './imports.queries';
import type { CheckedRow } from './imports.queries';

/** Tries the rows of a file: what each would do, and what is wrong with it. */
@Injectable()
export class RowsCheck {
  constructor(
    private readonly clock: Clock,
    private readonly imports: ImportsService,
  ) {}

  /** Tries all rows anew under the columns of the batch, and keeps what comes of each. */
  async checkAll(manager: EntityManager, batch: Pick<ImportBatch, 'id' | 'columns' | 'sourceUrl'>): Promise<void> {
    const villages = await namedQuery<VillageRef>(manager, 'villages to import into', villagesQuery);
    const files = await namedQuery<FileRow>(manager, 'cells of an import', cellsQuery, [batch.id]);
    const { columns, sourceUrl } = batch;
    const year = Number(amsterdamDay(this.clock.now()).slice(0, 4));
    const read = readRows(files, columns, { villages: villagesByName(villages), sourceUrl, year });
    const points = read.flatMap(({ point }) => (point ? [point] : []));
    const taken = new Map((await this.imports.findTaken(manager, points)).map((point) => [keyOf(point), point]));
    const shown = (row: FileRow, column: 'village' | 'title'): string =>
      shorten(oneLine(row.cells[columns.indexOf(column)] ?? ''), importLimits.toldValue * 2);
    const checked = read.map(({ number, point, faults }, index): CheckedRow => {
      const row = files[index] ?? { number, cells: [] };
      const known = point ? taken.get(keyOf(point)) : undefined;
      const outcome = outcomeOf(point, known);
      return {
        ...{ number, faults, outcome, village: shown(row, 'village'), title: shown(row, 'title') },
        point: outcome === 'new' ? point : null,
        proposalId: known?.id ?? null,
      };
    });
    await manager.query(checkRowsQuery, [batch.id, JSON.stringify(checked)]);
  }
}

const keyOf = ({ sourceUrl, sourceKey }: { readonly sourceUrl: string; readonly sourceKey: string }): string =>
  JSON.stringify([sourceUrl, sourceKey]);

/** What stands here stays as it is, also where the file says something else: it may have gone on since. */
function outcomeOf(point: ProposalImport | null, known: TakenPoint | undefined): RowOutcome {
  if (!point) return 'faulty';
  if (!known) return 'new';
  const fields = ['villageId', 'title', 'body', 'agendaState'] as const;
  return fields.every((field) => point[field] === known[field]) ? 'same' : 'differs';
}
