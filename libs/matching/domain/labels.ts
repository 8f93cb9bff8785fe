import { byText } from './by-text';
import type { Lexicon } from './lexicon';
import { bareWord } from './profiles';
import type { Feature, Features } from './types';
import { isWeak } from './vocabulary';

/** A word most titles use themselves is a better name than the idea behind it. */
const wordCoverage = 0.75;
const leastWeight = 0.5;

/** What a group of texts is about, in the words people use: "Klompenpad", "Te hard rijden". */
export function labelOf(texts: readonly Features[], lexicon: Lexicon): string {
  const words = tally(
    texts,
    (item) =>
      item.kind === 'word' && item.isInTitle === true && item.weight >= leastWeight && !isWeak(bareWord(item.key)),
  );
  const concepts = tally(texts, (item) => item.kind === 'concept');
  const [word] = words;
  const [concept] = concepts;
  if (word && word.texts >= Math.max(2, texts.length * wordCoverage)) return capitalised(word.shown);
  if (concept && concept.texts >= 2) return capitalised(lexicon.find(concept.key)?.label ?? concept.key);
  const [any] = tally(texts, (item) => item.kind === 'word');
  return capitalised((word ?? any)?.shown ?? '');
}

interface Tally {
  readonly key: string;
  texts: number;
  weight: number;
  /** The shortest way it is written: mostly the singular. */
  shown: string;
}

function tally(texts: readonly Features[], isWanted: (item: Feature) => boolean): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const item of texts.flatMap(({ items }) => items.filter(isWanted))) {
    const shown = isAbbreviation(item.shown) ? item.shown : item.shown.toLowerCase();
    const known = tallies.get(item.key);
    if (!known) tallies.set(item.key, { key: item.key, texts: 1, weight: item.weight, shown });
    else {
      known.texts++;
      known.weight += item.weight;
      if (shown.length < known.shown.length || (shown.length === known.shown.length && shown < known.shown))
        known.shown = shown;
    }
  }
  return [...tallies.values()].sort((a, b) => b.weight - a.weight || b.texts - a.texts || byText(a.key, b.key));
}

function isAbbreviation(word: string): boolean {
  return word.length <= 4 && word === word.toUpperCase();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
