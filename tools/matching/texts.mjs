import { readFileSync } from 'node:fs';
import { Problem } from '../problem.mjs';

const needed = ['id', 'title', 'description'];

/**
 * Reads a tab-separated file of proposals with the columns id, village (or area), title, description and, where known,
 * topic. A broken line is told with its number and left out.
 */
export function readTexts(path) {
  let content;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new Problem(`${path} cannot be read. Give a tab-separated file with id, village, title and description.`);
  }
  const [head, ...lines] = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = head.split('\t');
  const village = columns.includes('village') ? 'village' : 'area';
  const missing = [...needed, village].filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Problem(`${path} has no column ${missing.join(', ')} in its first line.`);
  const seen = new Set();
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()]));
    const fault =
      cells.length !== columns.length
        ? `${cells.length} columns instead of ${columns.length}`
        : !row.id || !row[village]
          ? `no id or no ${village}`
          : seen.has(row.id)
            ? `the id ${row.id} for the second time`
            : '';
    if (fault) {
      process.stderr.write(`${path}:${index + 2}: ${fault}, left out\n`);
      return [];
    }
    seen.add(row.id);
    return [{ id: row.id, village: row[village], title: row.title, body: row.description, topic: row.topic ?? '' }];
  });
}
