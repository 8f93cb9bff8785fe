import { parse } from 'csv-parse/sync';
import { importLimits } from '@kernagenda/intake/domain/imports';
import type { FileRow } from '@kernagenda/intake/domain/imports';
import { UnreadableFile } from './messages';

const separators = [';', ',', '\t'] as const;
/** Rows with nothing in them count here too, so that no file keeps the reader busy with them. */
const mostLines = importLimits.rows * 4;
const mostCharactersOfRow = 200_000;

/**
 * Rows of text with a separator, as CSV or as it is pasted from a spreadsheet. A cell that begins with "=" is text.
 * @throws UnreadableFile
 */
export function readText(file: Buffer): FileRow[] {
  const text = decode(file);
  const [line = '', named = ''] = /^sep=([;,\t])(?:\r\n|\n|\r)/i.exec(text) ?? [];
  const body = named ? text.slice(line.length) : text;
  const records = parseRows(body, named || separatorOf(body));
  if (records.length > mostLines) throw new UnreadableFile('too_many_rows');
  const firstNumber = named ? 2 : 1;
  return records.map((cells, index) => ({ number: firstNumber + index, cells }));
}

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      // All of them, for files that were made of more than one; else the first decides, and rows end up in one cell.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: mostCharactersOfRow,
      to: mostLines + 1,
    });
  } catch {
    // Nearly always a quote that is opened and never closed, which swallows the rest of the file.
    throw new UnreadableFile('broken');
  }
}

/** UTF-8 with or without a mark, UTF-16 with one (Excel's "Unicode text"), else what Windows wrote before: 1252. */
function decode(file: Buffer): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file);
  // Text holds no zeros; pictures, documents and the like do.
  if (file.subarray(0, 8_000).includes(0) || file.subarray(0, 5).toString('latin1') === '%PDF-') {
    throw new UnreadableFile('unknown_format');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** The separator that stands most in the first line with words, outside quotes. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, mostCharactersOfRow)
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/)
      .find((one) => one.trim()) ?? '';
  const counted = separators.map((separator) => ({ separator, count: line.split(separator).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}
