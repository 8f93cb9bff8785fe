import { proposalLimits } from '@kernagenda/proposals/domain';
import type { ProposalImport } from '@kernagenda/proposals/domain';
import { oneLine } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { plainName } from '@kernagenda/villages/domain/find';
import type { ColumnChoice, ImportColumn } from './columns';
import { importLimits } from './limits';
import { kindNamed, stateNamed, themeNamed } from './words';

/** What can be wrong with a cell; the page says it in words. */
export const rowFaultCodes = [
  'missing',
  'too_short',
  'too_long',
  'unknown_village',
  'unknown_theme',
  'unknown_kind',
  'unknown_state',
  'no_year',
  'no_address',
  'no_source',
  'doubled',
  'stands_here',
] as const;
export type RowFaultCode = (typeof rowFaultCodes)[number];

/** What is wrong in one cell of a row. */
export interface RowFault {
  readonly column: ImportColumn;
  readonly code: RowFaultCode;
  /** What stands there, shortened; of `doubled` the number of the row that has the same. */
  readonly value: string;
}

/** A row as it stands in the file, with the number a spreadsheet shows beside it. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What a row comes to: a point without faults, or none. */
export interface ReadRow {
  readonly number: number;
  readonly point: ProposalImport | null;
  readonly faults: readonly RowFault[];
}

/** What has to be known to read a row. */
export interface KnownHere {
  /** Every village, by name and by slug as `plainName` leaves them. */
  readonly villages: ReadonlyMap<string, VillageRef>;
  /** Where the points of the whole file stand, for rows that do not say; null where each has to. */
  readonly sourceUrl: string | null;
  /** The year it is now: nothing was reported later. */
  readonly year: number;
}

/** Villages by what a file can call them. */
export const villagesByName = (villages: readonly VillageRef[]): ReadonlyMap<string, VillageRef> =>
  new Map(villages.flatMap((village) => [village.slug, village.name].map((name) => [plainName(name), village])));

/** The same for points of one village with the same title, whatever the capitals and signs; null for one of signs alone. */
export function titleKey({ villageId, title }: Pick<ProposalImport, 'villageId' | 'title'>): string | null {
  const name = plainName(title);
  return name === '' ? null : `${villageId} ${name}`;
}

/** The beginning of a text, never with half a character at its end: no database keeps that. */
export const shorten = (text: string, length: number): string => text.slice(0, length).replace(/\p{Cs}$/u, '');

/** Whether this can be the public page that points were taken over from. */
export function isSourceUrl(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && text.length <= importLimits.sourceUrl && URL.canParse(text);
}

/** Reads all rows of a file under a choice of columns; a row that says the same point as one before it is faulty. */
export function readRows(rows: readonly FileRow[], columns: ColumnChoice, known: KnownHere): ReadRow[] {
  const firstWith = new Map<string, number>();
  return rows.map((row) => {
    const read = readRow(row, columns, known);
    if (!read.point) return read;
    const key = JSON.stringify([read.point.sourceUrl, read.point.sourceKey]);
    const first = firstWith.get(key);
    if (first === undefined) {
      firstWith.set(key, row.number);
      return read;
    }
    const column = cellOf(row, columns, 'id') ? 'id' : 'title';
    return { ...read, point: null, faults: [{ column, code: 'doubled', value: String(first) }] };
  });
}

/** One row, with everything that is wrong with it at once. */
function readRow(row: FileRow, columns: ColumnChoice, known: KnownHere): ReadRow {
  const faults: RowFault[] = [];
  const fault = (column: ImportColumn, code: RowFaultCode, value = ''): null => {
    faults.push({ column, code, value: shorten(value, importLimits.toldValue) });
    return null;
  };
  const cell = (column: ImportColumn): string => cellOf(row, columns, column);
  const named = <Value>(column: ImportColumn, code: RowFaultCode, find: (word: string) => Value | null) => {
    const word = oneLine(cell(column));
    return word === '' ? null : (find(word) ?? fault(column, code, word));
  };

  const village = findVillage('village', cell('village'));
  const also = readAlso(cell('also'));
  const title = readTitle(oneLine(cell('title')));
  const body = cell('body').replace(/\r\n?/g, '\n').trim();
  if (body.length > proposalLimits.body.max) fault('body', 'too_long', String(body.length));
  const theme = named('theme', 'unknown_theme', themeNamed);
  const kind = named('kind', 'unknown_kind', kindNamed);
  const agendaState = named('state', 'unknown_state', stateNamed);
  const reportedYear = readYear(oneLine(cell('year')));
  const sourceUrl = readSource(cell('source').trim());
  const sourceId = oneLine(cell('id'));
  if (sourceId.length > importLimits.sourceId) fault('id', 'too_long', sourceId);

  if (faults.length > 0 || !village || sourceUrl === null) return { number: row.number, point: null, faults };
  const alsoVillageIds = new Set(also.flatMap((one) => (one && one.id !== village.id ? [one.id] : [])));
  const point: ProposalImport = {
    sourceKey: sourceId || derivedKey(village, title),
    sourceUrl,
    villageId: village.id,
    alsoVillageIds: [...alsoVillageIds],
    title,
    body,
    theme: theme ?? 'other',
    kind,
    agendaState: agendaState ?? 'wish',
    reportedYear,
  };
  return { number: row.number, point, faults };

  /** One thing is told of more names than there can be: a hostile cell has thousands. */
  function readAlso(text: string): readonly (VillageRef | null)[] {
    const names = new Set(
      text
        .split(/[,;/\n]/)
        .map(oneLine)
        .filter(Boolean),
    );
    if (names.size > importLimits.alsoVillages || text.length > importLimits.alsoText) {
      return [fault('also', 'too_long', text)];
    }
    return [...names].map((name) => findVillage('also', name));
  }

  function findVillage(column: 'village' | 'also', text: string): VillageRef | null {
    const name = oneLine(text);
    if (name === '') return fault(column, 'missing');
    return known.villages.get(plainName(name)) ?? fault(column, 'unknown_village', name);
  }

  function readTitle(text: string): string {
    const { min, max } = proposalLimits.title;
    if (text === '') fault('title', 'missing');
    else if (text.length < min) fault('title', 'too_short', text);
    else if (text.length > max) fault('title', 'too_long', text);
    return text;
  }

  /** A page without a year says so, or says nothing. */
  function readYear(text: string): number | null {
    if (text === '' || /onbekend/i.test(text)) return null;
    const [, alone, last, first] =
      /^(?:(\d{4})(?:[.,]0+)?|\d{1,2}[-/]\d{1,2}[-/](\d{4})|(\d{4})-\d{2}-\d{2}.*)$/.exec(text) ?? [];
    const year = alone ?? last ?? first;
    const isYear = year !== undefined && Number(year) >= importLimits.firstYear && Number(year) <= known.year;
    return isYear ? Number(year) : fault('year', 'no_year', text);
  }

  function readSource(text: string): string | null {
    if (text === '') return known.sourceUrl ?? fault('source', 'no_source');
    return isSourceUrl(text) ? text : fault('source', 'no_address', text);
  }
}

function cellOf({ cells }: FileRow, columns: ColumnChoice, column: ImportColumn): string {
  const index = columns.indexOf(column);
  return index < 0 ? '' : (cells[index] ?? '');
}

/**
 * The key of a row that brings none: village and title, whatever the capitals and signs. The text is not part of it, so
 * that a corrected sentence does not make a second point (ADR 33).
 */
const derivedKey = ({ slug }: VillageRef, title: string): string => `titel:${slug}:${plainName(title)}`;
