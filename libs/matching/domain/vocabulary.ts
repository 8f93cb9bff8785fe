import { constituents } from './data/constituents';
import { stopWords, weakWords } from './data/stop-words';
import { remember } from './remember';
import { stem } from './stem';
import { wordsOf } from './tokens';

const stops = new Set(wordsOf(stopWords));
const weakStems = new Set(wordsOf(weakWords).map(stem));
const constituentStems = new Set(wordsOf(constituents).map(stem));
const shortestPart = 3;
const shortestCompound = 7;

/** Says nothing about the subject. */
export function isStopWord(word: string): boolean {
  return stops.has(word) || (word.length < 3 && !/^\p{L}\p{N}|ov$/u.test(word)) || /^\p{N}+$/u.test(word);
}

/** Real content that every second proposal holds. */
export function isWeak(wordStem: string): boolean {
  return weakStems.has(wordStem);
}

/** A building block the compound splitter knows. */
export function isConstituent(wordStem: string): boolean {
  return constituentStems.has(wordStem);
}

/** Parts of a Dutch compound, or none when the word is no compound of known parts: "dijkverlichting" → dijk, verlichting. */
export const compoundParts = remember((word): readonly string[] => {
  if (word.length < shortestCompound || isConstituent(stem(word))) return [];
  let best: string[] = [];
  let bestShortest = 0;
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const head = word.slice(at);
    if (!isConstituent(stem(head))) continue;
    const modifier = modifierParts(word.slice(0, at));
    if (modifier.length === 0) continue;
    const shortest = Math.min(head.length, ...modifier.map((part) => part.length));
    if (shortest > bestShortest) {
      best = [...modifier, head];
      bestShortest = shortest;
    }
  }
  return best;
});

function modifierParts(modifier: string): readonly string[] {
  if (isConstituent(stem(modifier))) return [modifier];
  const bare = modifier.replace(/(?:en|s|e)$/, '');
  if (bare.length >= shortestPart && isConstituent(stem(bare))) return [bare];
  return compoundParts(modifier);
}
