import { importLimits } from '@kernagenda/intake/domain/imports';
import type { FileRow } from '@kernagenda/intake/domain/imports';
import { UnreadableFile } from './messages';
import type { FileTable } from './messages';
import { readText } from './read-text';
import { readWorkbook } from './read-workbook';

const zip = [0x50, 0x4b, 0x03, 0x04];
/** The format of Excel until 2003; a workbook with a password is wrapped in it too. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * What stands in a file, by what the file itself shows it is and never by its name.
 * @throws UnreadableFile
 */
export async function readTable(file: Buffer): Promise<FileTable> {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => file[index] === byte);
  if (file.length > importLimits.bytes) throw new UnreadableFile('too_large');
  if (begins(compoundFile)) throw new UnreadableFile('old_format');
  if (!begins(zip)) return toTable(readText(file), []);
  const { rows, leftOut } = await readWorkbook(file);
  return toTable(rows, leftOut);
}

/** Leaves out rows and columns without a word. */
function toTable(all: readonly FileRow[], leftOut: readonly string[]): FileTable {
  const [first, ...rest] = all
    .map(({ number, cells }) => ({ number, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some(Boolean));
  if (!first || rest.length === 0) throw new UnreadableFile('no_rows');
  if (rest.length > importLimits.rows) throw new UnreadableFile('too_many_rows');
  const width = Math.max(...[first, ...rest].map(({ cells }) => cells.findLastIndex(Boolean) + 1));
  if (width > importLimits.columns) throw new UnreadableFile('too_many_columns');
  const full = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  const rows = rest.map(({ number, cells }) => ({ number, cells: full(cells) }));
  const characters = rows.reduce((sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length, 0), 0);
  if (characters > importLimits.characters) throw new UnreadableFile('too_much_text');
  const headings = full(first.cells).map((heading) => clean(heading.slice(0, importLimits.heading)));
  return { headings, rows, leftOut: leftOut.map((name) => clean(name.slice(0, importLimits.heading))) };
}

/** Without what no database keeps: NUL and other control characters, and halves of characters; and of a fair length. */
const clean = (cell: string): string =>
  cell
    .slice(0, importLimits.cell)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
