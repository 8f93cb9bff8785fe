/** A run of words that stayed, came or went. */
export interface TextPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A word with what follows it until the next: `foto's`, `e-bike` and `1.000` are one word, a comma is apart. */
const word = /\s*(?:['’]?[\p{L}\p{N}]+(?:[-.'’][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}])\s*/gu;
/** Common words this short between two changes are read as a part of them, or a rewritten sentence falls to pieces. */
const shortestKept = 4;

/**
 * What changed from one text to another, word by word. Without the removed pieces it is the new text, to the letter;
 * without the added ones the old, but for white space between words that stayed.
 */
export function textDiff(before: string, after: string): TextPiece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const isSame = (a: number, b: number): boolean => old[a]?.trim() === fresh[b]?.trim();
  const kept = keptLengths(old.length, fresh.length, isSame);
  const pieces: TextPiece[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < fresh.length) {
    const [skipOld, skipNew] = [kept[a + 1]?.[b] ?? -1, kept[a]?.[b + 1] ?? -1];
    if (a < old.length && b < fresh.length && isSame(a, b)) {
      pieces.push({ kind: 'same', text: fresh[b] ?? '' });
      a += 1;
      b += 1;
    } else if (b >= fresh.length || (a < old.length && skipOld >= skipNew)) {
      pieces.push({ kind: 'removed', text: old[a] ?? '' });
      a += 1;
    } else {
      pieces.push({ kind: 'added', text: fresh[b] ?? '' });
      b += 1;
    }
  }
  return inBlocks(withoutCrumbs(joined(pieces)));
}

const wordsOf = (text: string): readonly string[] => text.match(word) ?? (text ? [text] : []);

/** The longest common run of words from every pair of places on. */
function keptLengths(rows: number, columns: number, isSame: (a: number, b: number) => boolean): readonly Uint16Array[] {
  const kept = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let a = rows - 1; a >= 0; a -= 1) {
    const [row, next] = [kept[a] ?? new Uint16Array(), kept[a + 1] ?? new Uint16Array()];
    for (let b = columns - 1; b >= 0; b -= 1) {
      row[b] = isSame(a, b) ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return kept;
}

function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const runs: TextPiece[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  }
  return runs;
}

function withoutCrumbs(runs: readonly TextPiece[]): TextPiece[] {
  return runs.flatMap((run, at): TextPiece[] => {
    const isCrumb = run.kind === 'same' && at > 0 && at < runs.length - 1 && run.text.trim().length < shortestKept;
    if (!isCrumb) return [run];
    return [
      { kind: 'removed', text: run.text },
      { kind: 'added', text: run.text },
    ];
  });
}

/** Between two runs that stayed, first all that went and then all that came. */
function inBlocks(runs: readonly TextPiece[]): TextPiece[] {
  const blocks: TextPiece[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed) blocks.push({ kind: 'removed', text: removed });
    if (added) blocks.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const run of runs) {
    if (run.kind === 'removed') removed += run.text;
    else if (run.kind === 'added') added += run.text;
    else {
      close();
      blocks.push(run);
    }
  }
  close();
  return blocks;
}
