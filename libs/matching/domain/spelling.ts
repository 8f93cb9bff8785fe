import { remember } from './remember';

const shortest = 6;
export const longWord = 12;
export const slipsInLongWord = 3;
/** So many letter triples change at most by one slip: four by a swap of neighbours. */
export const triplesOfSlip = 4;

/** The letter triples of a word, its edges marked. */
export const triples = remember((word): ReadonlySet<string> => {
  const marked = `^${word}$`;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at++) found.add(marked.slice(at, at + 3));
  return found;
});

/** True when two words differ by a slip: one letter, or three in a very long word. Swapped neighbours count as one. */
export function isWithinTypo(a: string, b: string): boolean {
  const allowed = Math.min(a.length, b.length) >= longWord ? slipsInLongWord : 1;
  if (Math.min(a.length, b.length) < shortest || Math.abs(a.length - b.length) > allowed) return false;
  return distance(a, b, allowed) <= allowed;
}

/** How much of their letter triples two words share, from 0 to 1. */
export function tripleLikeness(a: string, b: string): number {
  // Words of very different length cannot share enough; most pairs end here.
  if (Math.min(a.length, b.length) * 2 < Math.max(a.length, b.length)) return 0;
  const left = triples(a);
  const right = triples(b);
  let shared = 0;
  for (const triple of left) if (right.has(triple)) shared++;
  return (2 * shared) / (left.size + right.size);
}

function distance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous.at(-1) ?? limit + 1;
}
