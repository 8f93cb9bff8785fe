import { stem } from './stem';

/** A word of the text where it stands. */
export interface Token {
  readonly surface: string;
  readonly word: string;
  readonly stem: string;
  readonly sentence: number;
  readonly isCapital: boolean;
  readonly startsSentence: boolean;
}

const longestText = 10_000;
const longestWord = 40;

/** Lower case without accents: "Coöperatie" → "cooperatie". */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** By character, not by code unit: half a character cannot be stored. */
function cut(word: string): string {
  return word.length > longestWord ? [...word].slice(0, longestWord).join('') : word;
}

/** Nearly every word is; looking costs less than taking it apart. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Splits a text into words; hyphens split too, sentences are counted from `firstSentence`. */
export function tokenize(text: string, firstSentence = 0): Token[] {
  const tokens: Token[] = [];
  const whole = text.slice(0, longestText).normalize('NFC');
  const isAddress = (piece: string): boolean => piece.includes('@') || /^https?:\/\//.test(piece);
  const cleaned = /:\/\/|@/.test(whole)
    ? whole
        .split(/(\s+)/)
        .map((piece) => (isAddress(piece) ? ' ' : piece))
        .join('')
    : whole;
  const sentences = cleaned.split(/[.!?;:](?=\s|$)|\n/u);
  sentences.forEach((sentence, index) => {
    let startsSentence = true;
    for (const [found] of sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}]+)?/gu)) {
      const bare = plain(found)
        .replace(/['’]s$/, '')
        .replace(/['’]/g, '');
      const word = cut(bare);
      if (word.length === 0) continue;
      tokens.push({
        surface: cut(found),
        word,
        stem: stem(word),
        sentence: firstSentence + index,
        isCapital: /^\p{Lu}\p{Ll}/u.test(found),
        startsSentence,
      });
      startsSentence = false;
    }
  });
  return tokens;
}

/** Every word of a comma separated or blank separated list. */
export function wordsOf(list: string): string[] {
  return plain(list)
    .split(/[\s,]+/)
    .filter((word) => word.length > 0);
}
