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
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Splits a text into words; hyphens split too, sentences are counted from `firstSentence`. */
export function tokenize(text: string, firstSentence = 0): Token[] {
  const tokens: Token[] = [];
  const cleaned = text
    .slice(0, longestText)
    .normalize('NFC')
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ');
  const sentences = cleaned.split(/[.!?;:\n]+(?:\s|$)/u);
  sentences.forEach((sentence, index) => {
    let startsSentence = true;
    for (const [found] of sentence.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}]+)?/gu)) {
      // By character, not by code unit: half a character cannot be stored.
      const word = [
        ...plain(found)
          .replace(/['’]s$/, '')
          .replace(/['’]/g, ''),
      ]
        .slice(0, longestWord)
        .join('');
      if (word.length === 0) continue;
      tokens.push({
        surface: found,
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
