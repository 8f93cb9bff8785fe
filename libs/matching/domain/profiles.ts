import { byText } from './by-text';
import background from './data/background.json' with { type: 'json' };
import { kinships } from './lexicon';
import type { Lexicon } from './lexicon';
import type { Feature, Features } from './types';

/** A word of a text as it counts in a comparison: how much the text says it, by how rare it is. */
export interface CountedWord {
  readonly weight: number;
  readonly rarity: number;
  readonly isInTitle: boolean;
  readonly feature: Feature;
}

/** A text as it is compared; made once for each. */
export interface Profile {
  readonly concepts: readonly Feature[];
  /** The concepts it is most about, where it happens left out. */
  readonly tops: readonly Feature[];
  readonly words: ReadonlyMap<string, CountedWord>;
  /** Words in no Dutch word list, long enough to be a slip. */
  readonly strange: readonly Feature[];
  /** Words long enough to be what a slip was meant to be. */
  readonly long: readonly Feature[];
  readonly themes: ReadonlyMap<string, number>;
  /** What all its words together lean to, concept by concept. */
  readonly leanings: ReadonlyMap<string, number>;
  readonly norms: {
    readonly concepts: number;
    readonly kin: number;
    readonly words: number;
    readonly titleWords: number;
    readonly themes: number;
    readonly leanings: number;
  };
  /** Whether a concept was recognised surely enough to build on. */
  readonly isSure: boolean;
  /** Whether it names so much that it is about nothing: a wish list, or words to force a match. */
  readonly isList: boolean;
}

const topShare = 0.75;
const sureWeight = 0.45;
/** Of about nine concepts named outright. */
const listNorm = 3;
export const shortestSlip = 6;
const keptLeanings = 60;
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

/** What a comparison needs of a text, computed once. */
export function profileOf(features: Features, lexicon: Lexicon): Profile {
  const concepts = features.items.filter(({ kind }) => kind === 'concept');
  const pointed = concepts.filter(({ key }) => lexicon.find(key)?.role === undefined);
  const [best] = pointed.length > 0 ? pointed : concepts;
  const tops = (pointed.length > 0 ? pointed : concepts).filter(
    ({ weight }) => weight >= (best?.weight ?? 0) * topShare,
  );
  const words = countWords(features);
  const themes = new Map<string, number>();
  for (const { key, weight } of concepts) {
    const theme = lexicon.find(key)?.theme;
    if (theme) themes.set(theme, (themes.get(theme) ?? 0) + weight);
  }
  const long = features.items.filter(({ kind, key }) => kind === 'word' && bareWord(key).length >= shortestSlip);
  const leanings = leaningsOf(features, lexicon);
  const counted = [...words.values()];
  const conceptNorm = norm(concepts.map(({ weight }) => weight));
  return {
    concepts,
    tops,
    words,
    strange: long.filter(({ isUnknown }) => isUnknown),
    long,
    themes,
    leanings,
    norms: {
      concepts: conceptNorm,
      kin: Math.sqrt(kinProduct(concepts, concepts, lexicon)),
      words: norm(counted.map(({ weight }) => weight)),
      titleWords: norm(counted.filter(({ isInTitle }) => isInTitle).map(({ weight }) => weight)),
      themes: norm([...themes.values()]),
      leanings: norm([...leanings.values()]),
    },
    isSure: pointed.length > 0 && (best?.weight ?? 0) >= sureWeight,
    isList: conceptNorm > listNorm,
  };
}

/** The same word for another idea (a bank to sit on, a bank with money) carries its idea behind a `#`. */
export function bareWord(key: string): string {
  return key.split('#')[0] ?? key;
}

/** As an inner product, with concepts that serve the same wish counted as partly the same. */
export function kinProduct(left: readonly Feature[], right: readonly Feature[], lexicon: Lexicon): number {
  let product = 0;
  for (const one of left) {
    for (const other of right) product += one.weight * other.weight * lexicon.kinship(one.key, other.key);
  }
  return product;
}

function countWords(features: Features): ReadonlyMap<string, CountedWord> {
  const words = new Map<string, CountedWord>();
  for (const feature of features.items) {
    if (feature.kind === 'concept') continue;
    const rarity = rarityOf(bareWord(feature.key));
    const weight = feature.weight * rarity;
    if ((words.get(feature.key)?.weight ?? 0) >= weight) continue;
    words.set(feature.key, { weight, rarity, isInTitle: feature.isInTitle === true, feature });
  }
  return words;
}

function leaningsOf({ items }: Features, lexicon: Lexicon): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (to: Map<string, number>, id: string, weight: number): void => {
    to.set(id, (to.get(id) ?? 0) + weight);
  };
  for (const { kind, key, weight } of items) {
    if (kind === 'concept') add(sums, key, weight * conceptLeaning);
    else {
      const word = bareWord(key);
      const rarity = rarityOf(word);
      for (const { conceptId, weight: says } of lexicon.associations(word))
        add(sums, conceptId, weight * says * rarity);
    }
  }
  const heaviest = [...sums]
    .map(([id, sum]): [string, number] => [id, sum ** leaningPower])
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
    .slice(0, keptLeanings);
  const leanings = new Map(heaviest);
  for (const [id, weight] of heaviest) {
    for (const [other, kinship] of lexicon.kinOf(id)) {
      add(leanings, other, weight * (kinship >= kinships.near ? spread.near : spread.related));
    }
  }
  return leanings;
}

function norm(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
}
