import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import { importLimits } from '@kernagenda/intake/domain/imports';
import type { FileRow } from '@kernagenda/intake/domain/imports';
import { openArchive, orBroken } from './archive';
import type { Archive } from './archive';
import { UnreadableFile } from './messages';

/** What hears of a document: elements by their name without prefix. */
interface Listener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const workbook = 'xl/workbook.xml';

/**
 * The rows of the first sheet that is shown. Nothing is computed: of a formula the value is read that was stored with it.
 * @throws UnreadableFile
 */
export async function readWorkbook(file: Buffer): Promise<FileRow[]> {
  const archive = await openArchive(file);
  return orBroken(async () => {
    const sheetId = await findSheet(archive);
    const relations = await readRelations(archive);
    const sheet = relations.get(sheetId);
    if (!sheet) throw new UnreadableFile('broken');
    const shared = [...relations.values()].find(({ type }) => type.endsWith('/sharedStrings'));
    const strings = shared ? await readStrings(archive, shared.path) : [];
    return readSheet(archive, sheet.path, strings);
  });
}

async function findSheet(archive: Archive): Promise<string> {
  const shown: string[] = [];
  const names = new Set<string>();
  await readXml(archive, workbook, {
    open: (name, { state = 'visible', id = '' }) => {
      names.add(name);
      if (name === 'sheet' && !state.toLowerCase().includes('hidden')) shown.push(id);
    },
  });
  if (!names.has('workbook')) throw new UnreadableFile('unknown_format');
  return shown[0] ?? '';
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
async function readStrings(archive: Archive, path: string): Promise<string[]> {
  const strings: string[] = [];
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

async function readSheet(archive: Archive, path: string, strings: readonly string[]): Promise<FileRow[]> {
  const rows: { number: number; cells: string[] }[] = [];
  const words = collectWords();
  let [type, column, value, isValue] = ['', -1, '', false];
  let next = 1;
  await readXml(archive, path, {
    open: (name, { r = '', t = 'n' }) => {
      words.open(name);
      if (name === 'row') {
        const number = Number(r) || next;
        next = number + 1;
        rows.push({ number, cells: [] });
        column = -1;
        if (rows.length > importLimits.rows * 4) throw new UnreadableFile('too_many_rows');
      }
      if (name === 'c') [type, column, value] = [t, columnOf(r) ?? column + 1, ''];
      if (name === 'v') isValue = true;
    },
    text: (text) => {
      if (isValue) value += text;
      words.add(text);
    },
    close: (name) => {
      words.close(name);
      if (name === 'v') isValue = false;
      if (name !== 'c') return;
      const text = textOf(type, value, words.take(), strings);
      const cells = rows.at(-1)?.cells;
      if (!cells || text === '') return;
      if (column >= importLimits.columns) throw new UnreadableFile('too_many_columns');
      while (cells.length < column) cells.push('');
      cells[column] = text;
    },
  });
  return rows;
}

function textOf(type: string, value: string, inline: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  // "#REF!" and the like say nothing about a village.
  if (type === 'e') return '';
  return type === 'str' ? unescaped(value) : value;
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

/** The place of a cell in its row by its address, as `C12`; null for a cell without one. */
function columnOf(address: string): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(address) ?? [];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

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
