import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { importLimits } from '@kernagenda/intake/domain/imports';
import type { FileRow } from '@kernagenda/intake/domain/imports';
import { openArchive, orBroken } from './archive';
import type { Archive } from './archive';
import { collectDayStyles, dayOf, dayOfInstant } from './days';
import { columnOf, fillMerged } from './merged';
import type { GrowingRow } from './merged';
import { UnreadableFile } from './messages';

/** What hears of a document: elements by their name without prefix. */
interface Listener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** What a workbook says of itself. */
interface Workbook {
  /** Sheets that are shown, in their order. */
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Whether it counts days from 1904, as those of old Macs do. */
  readonly is1904: boolean;
}

/** What cells refer to. */
interface Meanings {
  readonly strings: readonly string[];
  readonly dayStyles: ReadonlySet<string>;
  readonly is1904: boolean;
}

/** The rows of a sheet, and the names of sheets that were not read. */
export interface ReadWorkbook {
  readonly rows: readonly FileRow[];
  readonly leftOut: readonly string[];
}

const workbook = 'xl/workbook.xml';

/**
 * The rows of the first sheet that is shown. Nothing is computed: of a formula the value is read that was stored with it.
 * @throws UnreadableFile
 */
export async function readWorkbook(file: Buffer): Promise<ReadWorkbook> {
  const archive = await openArchive(file);
  return orBroken(async () => {
    const { sheets, is1904 } = await readSheets(archive);
    const relations = await readRelations(archive);
    const [first, ...others] = sheets.map(({ id, name }) => ({ name, path: relations.get(id)?.path }));
    if (first?.path === undefined) throw new UnreadableFile('broken');
    const pathOf = (type: string): string | undefined =>
      [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.path;
    const strings = await readStrings(archive, pathOf('sharedStrings'));
    const dayStyles = await readDayStyles(archive, pathOf('styles'));
    const rows = await readSheet(archive, first.path, { strings, dayStyles, is1904 });
    const leftOut: string[] = [];
    for (const { name, path } of others.slice(0, importLimits.leftOut)) {
      if (path !== undefined && (await hasWords(archive, path))) leftOut.push(name);
    }
    return { rows, leftOut };
  });
}

async function readSheets(archive: Archive): Promise<Workbook> {
  const sheets: { id: string; name: string }[] = [];
  const names = new Set<string>();
  let is1904 = false;
  await readXml(archive, workbook, {
    open: (element, { state = 'visible', id = '', name = '', date1904 = '' }) => {
      names.add(element);
      if (element === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
      if (element === 'sheet' && !state.toLowerCase().includes('hidden')) sheets.push({ id, name });
    },
  });
  if (!names.has('workbook')) throw new UnreadableFile('unknown_format');
  return { sheets, is1904 };
}

/** Whether anything stands in a sheet: spreadsheets begin with empty ones, which nobody misses. */
async function hasWords(archive: Archive, path: string): Promise<boolean> {
  let found = false;
  await readXml(archive, path, { open: (name) => (found ||= name === 'v' || name === 't') });
  return found;
}

async function readDayStyles(archive: Archive, path: string | undefined): Promise<ReadonlySet<string>> {
  const styles = collectDayStyles();
  if (path !== undefined) await readXml(archive, path, { open: styles.open, close: styles.close });
  return styles.days;
}

async function readRelations(archive: Archive): Promise<ReadonlyMap<string, { path: string; type: string }>> {
  const relations = new Map<string, { path: string; type: string }>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id = '', Target = '', Type = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      relations.set(Id, { path: posix.resolve('/xl', Target).slice(1), type: Type });
    },
  });
  return relations;
}

/** The words that cells name by number. */
async function readStrings(archive: Archive, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  const words = collectWords();
  await readXml(archive, path, {
    open: (name) => words.open(name),
    text: (text) => words.add(text),
    close: (name) => {
      words.close(name);
      if (name === 'si') strings.push(words.take());
    },
  });
  return strings;
}

async function readSheet(archive: Archive, path: string, meanings: Meanings): Promise<FileRow[]> {
  const rows: GrowingRow[] = [];
  const merged: string[] = [];
  const words = collectWords();
  let [type, style, column, value, isValue] = ['', '', -1, '', false];
  let next = 1;
  await readXml(archive, path, {
    open: (name, { r = '', t = 'n', s = '', ref = '' }) => {
      words.open(name);
      if (name === 'row') {
        // Upwards, whatever it says: a number is the address of its row, and of no other.
        const number = /^\d{1,7}$/.test(r) ? Math.max(Number(r), next) : next;
        next = number + 1;
        rows.push({ number, cells: [] });
        column = -1;
        if (rows.length > importLimits.rows * 4) throw new UnreadableFile('too_many_rows');
      }
      if (name === 'c') [type, style, column, value] = [t, s, columnOf(r) ?? column + 1, ''];
      if (name === 'v') isValue = true;
      if (name === 'mergeCell' && merged.length < importLimits.rows) merged.push(ref);
    },
    text: (text) => {
      if (isValue) value += text;
      words.add(text);
    },
    close: (name) => {
      words.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c') return;
      const text = textOf({ type, style, value }, words.take(), meanings);
      const cells = rows.at(-1)?.cells;
      if (!cells || text === '') return;
      if (column >= importLimits.columns) throw new UnreadableFile('too_many_columns');
      while (cells.length < column) cells.push('');
      cells[column] = text;
    },
  });
  fillMerged(rows, merged);
  return rows;
}

type Cell = Readonly<Record<'type' | 'style' | 'value', string>>;

function textOf({ type, style, value }: Cell, inline: string, { strings, dayStyles, is1904 }: Meanings): string {
  switch (type) {
    case 's':
      return value === '' ? '' : (strings[Number(value)] ?? '');
    case 'inlineStr':
      return inline;
    // "#REF!" and the like say nothing about a village.
    case 'e':
      return '';
    case 'str':
      return unescaped(value);
    case 'd':
      return dayOfInstant(value);
    case 'n':
      return numberOf(value, dayStyles.has(style), is1904);
    default:
      return value;
  }
}

/** As people see it: what is stored as 1.1000000000000001 is 1.1, and a day is stored as a number. */
function numberOf(value: string, isDay: boolean, is1904: boolean): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return (isDay ? dayOf(number, is1904) : null) ?? String(number);
}

/** Collects the words of an item, in as many pieces as it has, without the reading aids of Japanese. */
function collectWords(): {
  open(name: string): void;
  add(text: string): void;
  close(name: string): void;
  take(): string;
} {
  let [words, isText, aids] = ['', false, 0];
  return {
    open: (name) => {
      if (name === 't') isText = true;
      if (name === 'rPh') aids += 1;
    },
    add: (text) => {
      if (isText && aids === 0) words += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') aids -= 1;
    },
    take: () => {
      const taken = unescaped(words);
      words = '';
      return taken;
    },
  };
}

/** Spreadsheets write a character that XML cannot hold by its number. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Reads a document as it streams in. One that declares entities is refused: those can grow without end, or reach out. */
async function readXml(archive: Archive, path: string, { open, text, close }: Listener): Promise<void> {
  const parser = new SaxesParser();
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new UnreadableFile('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.entries(attributes).map(([key, value]) => [plain(key), value]);
    open(plain(name), Object.fromEntries(named) as Record<string, string>);
  });
  parser.on('text', (piece) => text?.(piece));
  parser.on('cdata', (piece) => text?.(piece));
  parser.on('closetag', ({ name }) => close?.(plain(name)));
  if (await archive.read(path, (piece) => parser.write(piece))) parser.close();
}
