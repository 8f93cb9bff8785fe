import { themes } from '@kernagenda/proposals/domain';
import background from './data/background.json' with { type: 'json' };
import { kinships } from './lexicon';
import type { Lexicon } from './lexicon';
import type { Feature, Features } from './types';
import { wordKey } from './word-keys';

/**
 * A text as it is compared: numbers only, each list in ascending order of its keys, so that a million of them fit in
 * memory and two are compared by walking along both.
 */
export interface Profile {
  /** Numbers of concepts, with how much the text is about each and its `conceptMarks`. */
  readonly concepts: Uint16Array;
  readonly conceptWeights: Float32Array;
  readonly conceptMarks: Uint8Array;
  /** Keys of words, with how much the text says each by how rare it is, and its `wordMarks`. */
  readonly words: Uint32Array;
  readonly wordWeights: Float32Array;
  readonly wordMarks: Uint8Array;
  /** Numbers of the concepts its words together lean to, with how much. */
  readonly leanings: Uint16Array;
  readonly leaningWeights: Float32Array;
  /** How much it is about each theme, then the lengths of its lists as vectors: see `measures`. */
  readonly measures: Float32Array;
}

/** `top`: one of the concepts the text is most about, where it happens left out. */
export const conceptMarks = { inTitle: 1, unwanted: 2, top: 4 } as const;
/** `strange`: in no Dutch word list and long enough to be a slip. */
export const wordMarks = { inTitle: 1, rare: 2, strange: 4 } as const;
/** Places in `Profile.measures`, after those of the themes; the last two are 1 or 0. */
export const measures = {
  concepts: themes.length,
  kin: themes.length + 1,
  words: themes.length + 2,
  titleWords: themes.length + 3,
  themes: themes.length + 4,
  leanings: themes.length + 5,
  /** Whether a concept was recognised surely enough to build on. */
  isSure: themes.length + 6,
  /** Whether it names so much that it is about nothing: a wish list, or words to force a match. */
  isList: themes.length + 7,
} as const;
export const measureCount = themes.length + 8;

/** A word of a text as it counts in a comparison: how much the text says it, by how rare it is. */
export interface CountedWord {
  readonly weight: number;
  readonly rarity: number;
  readonly feature: Feature;
}

const topShare = 0.75;
const sureWeight = 0.45;
/** Of about nine concepts named outright. */
const listNorm = 3;
const rareFrom = 0.6;
const shortestSlip = 6;
const spreadLeanings = 60;
const keptLeanings = 96;
const conceptLeaning = 0.5;
/** Above 1, so that what many words point to stands out. */
const leaningPower = 1.4;
const spread = { near: 0.3, related: 0.1 } as const;

const counts = new Map(Object.entries(background.words));
const rarestLog = Math.log((background.texts + 1) / 2);

/** How rare a word is among wishes of villages: 1 for one nobody used before, 0 for one that stands in every text. */
export function rarityOf(wordStem: string): number {
  const seen = counts.get(wordStem) ?? 1;
  return Math.min(1, Math.log((background.texts + 1) / (seen + 0.5)) / rarestLog);
}

/** The same word for another idea (a bank to sit on, a bank with money) carries its idea behind a `#`. */
export function bareWord(key: string): string {
  return key.split('#')[0] ?? key;
}

/** Words that may be misspelled, or be what a misspelled one was meant to be. */
export function longWords({ items }: Features): readonly Feature[] {
  return items.filter(({ kind, key }) => kind === 'word' && bareWord(key).length >= shortestSlip);
}

/** What a comparison needs of a text, computed once. */
export function profileOf(features: Features, lexicon: Lexicon): Profile {
  const measured = new Float32Array(measureCount);
  const concepts = features.items
    .filter(({ kind }) => kind === 'concept')
    .map((feature) => ({ ...feature, number: lexicon.numberOf(feature.key) }))
    .filter(({ number }) => number >= 0)
    .sort((a, b) => a.number - b.number);
  const pointed = concepts.filter(({ number }) => lexicon.concepts[number]?.role === undefined);
  const candidates = pointed.length > 0 ? pointed : concepts;
  const best = Math.max(0, ...candidates.map(({ weight }) => weight));
  const tops = new Set(candidates.filter(({ weight }) => weight >= best * topShare));
  for (const { number, weight } of concepts) {
    const theme = lexicon.concepts[number]?.theme;
    if (theme) measured[themes.indexOf(theme)] = (measured[themes.indexOf(theme)] ?? 0) + weight;
  }
  const words = [...countWords(features)].map(([key, word]) => ({ ...word, key: wordKey(key) }));
  words.sort((a, b) => a.key - b.key);
  const strange = new Set(longWords(features).filter(({ isUnknown }) => isUnknown));
  const leaning = leaningsOf(features, lexicon);
  const leanings = Uint16Array.from(heaviest(leaning, keptLeanings)).sort();
  const leaningWeights = Float32Array.from(leanings, (concept) => leaning[concept] ?? 0);

  measured[measures.themes] = norm([...measured.subarray(0, themes.length)]);
  measured[measures.concepts] = norm(concepts.map(({ weight }) => weight));
  measured[measures.kin] = Math.sqrt(kinProduct(concepts, lexicon));
  measured[measures.words] = norm(words.map(({ weight }) => weight));
  measured[measures.titleWords] = norm(words.filter(({ feature }) => feature.isInTitle).map(({ weight }) => weight));
  measured[measures.leanings] = norm([...leaningWeights]);
  measured[measures.isSure] = pointed.length > 0 && best >= sureWeight ? 1 : 0;
  measured[measures.isList] = (measured[measures.concepts] ?? 0) > listNorm ? 1 : 0;
  return {
    concepts: Uint16Array.from(concepts, ({ number }) => number),
    conceptWeights: Float32Array.from(concepts, ({ weight }) => weight),
    conceptMarks: Uint8Array.from(
      concepts,
      (each) =>
        (each.isInTitle ? conceptMarks.inTitle : 0) |
        (each.isUnwanted ? conceptMarks.unwanted : 0) |
        (tops.has(each) ? conceptMarks.top : 0),
    ),
    words: Uint32Array.from(words, ({ key }) => key),
    wordWeights: Float32Array.from(words, ({ weight }) => weight),
    wordMarks: Uint8Array.from(
      words,
      ({ feature, rarity }) =>
        (feature.isInTitle ? wordMarks.inTitle : 0) |
        (rarity >= rareFrom ? wordMarks.rare : 0) |
        (strange.has(feature) ? wordMarks.strange : 0),
    ),
    leanings,
    leaningWeights,
    measures: measured,
  };
}

/** The words and parts of a text by their key, the heavier where both are the same. */
export function countWords(features: Features): ReadonlyMap<string, CountedWord> {
  const words = new Map<string, CountedWord>();
  for (const feature of features.items) {
    if (feature.kind === 'concept') continue;
    const rarity = rarityOf(bareWord(feature.key));
    const weight = feature.weight * rarity;
    if ((words.get(feature.key)?.weight ?? 0) >= weight) continue;
    words.set(feature.key, { weight, rarity, feature });
  }
  return words;
}

/** How much all words of a text together lean to each concept, by number. */
export function leaningsOf({ items }: Features, lexicon: Lexicon): Float64Array {
  const sums = new Float64Array(lexicon.concepts.length);
  const add = (to: Float64Array, concept: number, weight: number): void => {
    to[concept] = (to[concept] ?? 0) + weight;
  };
  for (const { kind, key, weight } of items) {
    if (kind === 'concept') {
      const number = lexicon.numberOf(key);
      if (number >= 0) add(sums, number, weight * conceptLeaning);
      continue;
    }
    const word = bareWord(key);
    const rarity = rarityOf(word);
    for (const { concept, weight: says } of lexicon.associations(word)) add(sums, concept, weight * says * rarity);
  }
  const leanings = new Float64Array(sums.length);
  for (const concept of heaviest(sums, spreadLeanings)) {
    const weight = (sums[concept] ?? 0) ** leaningPower;
    add(leanings, concept, weight);
    for (const [other, kinship] of lexicon.kinOf(concept)) {
      add(leanings, other, weight * (kinship >= kinships.near ? spread.near : spread.related));
    }
  }
  return leanings;
}

/** As an inner product, with concepts that serve the same wish counted as partly the same. */
function kinProduct(
  concepts: readonly { readonly number: number; readonly weight: number }[],
  lexicon: Lexicon,
): number {
  let product = 0;
  for (const one of concepts) {
    for (const other of concepts) product += one.weight * other.weight * lexicon.kinship(one.number, other.number);
  }
  return product;
}

/** The places of the largest numbers above zero, largest first; equals in the order of their places. */
export function heaviest(weights: Float64Array | Float32Array, count: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < weights.length; at++) if ((weights[at] ?? 0) > 0) places.push(at);
  const weightOf = (at: number): number => weights[at] ?? 0;
  // Numbers alone are sorted several times faster than places by their numbers, and most are not among the largest.
  const least = Float64Array.from(places, weightOf).sort().at(-count) ?? 0;
  return places
    .filter((at) => weightOf(at) >= least)
    .sort((a, b) => weightOf(b) - weightOf(a) || a - b)
    .slice(0, count);
}

function norm(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
}
