/** A row while it is read. */
export interface GrowingRow {
  readonly number: number;
  readonly cells: string[];
}

/**
 * Repeats what was merged downwards, as the name of a village beside all its points: only the first of merged cells has
 * words. Rows without other words stay empty.
 */
export function fillMerged(rows: readonly GrowingRow[], merged: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? 0;
  for (const area of merged) {
    const [, letters = '', from = '', to = ''] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(area) ?? [];
    const column = columnOf(letters);
    const words = column === null ? '' : (byNumber.get(Number(from))?.cells[column] ?? '');
    if (column === null || words === '') continue;
    for (let number = Number(from) + 1; number <= Math.min(Number(to), last); number += 1) {
      const cells = byNumber.get(number)?.cells;
      if (!cells?.some(Boolean)) continue;
      while (cells.length < column) cells.push('');
      cells[column] = words;
    }
  }
}

/** The place of a cell in its row by its address, as `C12`; null for a cell without one. */
export function columnOf(address: string): number | null {
  const [letters] = /^[A-Z]{1,3}/.exec(address) ?? [];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
