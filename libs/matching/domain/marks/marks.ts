/** A piece of a text, and whether it carries what two texts share. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

const word = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)?)/u;
const shortestAlone = 4;
/** Say nothing by themselves. */
const small = new Set(['voor', 'naar', 'door', 'over', 'niet', 'meer', 'onder', 'tussen']);

/**
 * A text in pieces, in which these words are marked: whole words, whatever their case. What was said in more words is
 * marked as it stands together, or else word by word.
 */
export function markWords(text: string, phrases: readonly string[]): readonly Piece[] {
  // Every second piece is a word; what stands between words keeps its place.
  const parts = text.normalize('NFC').split(word);
  const marked = markedParts(parts, phrases);
  const pieces: { text: string; readonly isMarked: boolean }[] = [];
  parts.forEach((part, at) => {
    const last = pieces.at(-1);
    if (last?.isMarked === marked.has(at)) last.text += part;
    else if (part) pieces.push({ text: part, isMarked: marked.has(at) });
  });
  return pieces;
}

/** The sentence of a text in which most of these words stand; empty when none does. */
export function sentenceWith(text: string, phrases: readonly string[]): string {
  const sentences = text.normalize('NFC').match(/\S.*?(?:[.!?](?=\s|$)|$)/gm) ?? [];
  let best = { sentence: '', count: 0 };
  for (const sentence of sentences) {
    const count = markedParts(sentence.split(word), phrases).size;
    if (count > best.count) best = { sentence, count };
  }
  return best.sentence.trim();
}

function markedParts(parts: readonly string[], phrases: readonly string[]): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const phrase of phrases) {
    const wanted = wordsIn(phrase);
    if (!wanted.length || mark(parts, wanted, marked)) continue;
    for (const one of wanted) if (one.length >= shortestAlone && !small.has(one)) mark(parts, [one], marked);
  }
  return marked;
}

/** Marks these words wherever they follow each other. Whether they do anywhere. */
function mark(parts: readonly string[], wanted: readonly string[], marked: Set<number>): boolean {
  let isFound = false;
  for (let at = 1; at < parts.length; at += 2) {
    if (!wanted.every((one, index) => parts[at + 2 * index]?.toLowerCase() === one)) continue;
    isFound = true;
    for (let part = at; part < at + 2 * wanted.length - 1; part++) marked.add(part);
  }
  return isFound;
}

const wordsIn = (phrase: string): readonly string[] =>
  phrase
    .normalize('NFC')
    .toLowerCase()
    .split(word)
    .filter((_, at) => at % 2 === 1);
