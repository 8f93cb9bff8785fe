import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportsService } from '@kernagenda/proposals/api';
import type { TakenPoint } from '@kernagenda/proposals/api';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { amsterdamDay, oneLine } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { importLimits, readRows, shorten, titleKey, villagesByName } from '@kernagenda/intake/domain/imports';
import type { FileRow, RowFault, RowOutcome } from '@kernagenda/intake/domain/imports';
import type { ImportBatch } from './imports.entities';
import { cellsQuery, checkRowsQuery, standingQuery, villagesQuery } from './imports.queries';
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
    const standing = await this.findStanding(manager, points, new Set([...taken.values()].map(({ id }) => id)));
    const checked = read.map(({ number, point, faults }, index): CheckedRow => {
      const row = files[index] ?? { number, cells: [] };
      const words = { number, village: shown(row, 'village'), title: shown(row, 'title') };
      const known = point ? taken.get(keyOf(point)) : undefined;
      const other = point && !known ? standing.get(titleKey(point) ?? '') : undefined;
      if (point && other !== undefined) {
        const value = shorten(point.title, importLimits.toldValue);
        const told: RowFault[] = [{ column: 'title', code: 'stands_here', value }];
        return { ...words, outcome: 'faulty', faults: told, point: null, proposalId: other };
      }
      const outcome = outcomeOf(point, known);
      return { ...words, faults, outcome, point: outcome === 'new' ? point : null, proposalId: known?.id ?? null };
    });
    await manager.query(checkRowsQuery, [batch.id, JSON.stringify(checked)]);
  }

  /**
   * The ids of points that stand here by village and title, but those the file itself names: the same page with another
   * address, or a download of these agendas, must not bring them a second time.
   */
  private async findStanding(
    manager: EntityManager,
    points: readonly ProposalImport[],
    named: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    const villageIds = [...new Set(points.map(({ villageId }) => villageId))];
    type Standing = Pick<TakenPoint, 'id' | 'villageId' | 'title'>;
    const all = await namedQuery<Standing>(manager, 'points with a title here', standingQuery, [villageIds]);
    const others = all.filter(({ id }) => !named.has(id));
    return new Map(others.flatMap((point) => (titleKey(point) === null ? [] : [[titleKey(point) ?? '', point.id]])));
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
