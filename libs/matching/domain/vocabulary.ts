import { stopWords, weakWords } from './data/stop-words';
import { stem } from './stem';
import { wordsOf } from './tokens';

const stops = new Set(wordsOf(stopWords));
const weakStems = new Set(wordsOf(weakWords).map(stem));

/** Says nothing about the subject. */
export function isStopWord(word: string): boolean {
  return stops.has(word) || (word.length < 3 && !/^\p{L}\p{N}|ov$/u.test(word)) || /^\p{N}+$/u.test(word);
}

/** Real content that every second proposal holds. */
export function isWeak(wordStem: string): boolean {
  return weakStems.has(wordStem);
}
