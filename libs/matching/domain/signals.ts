import { themes } from '@kernagenda/proposals/domain';
import type { Lexicon } from './lexicon';
import { conceptMarks, measures, wordMarks } from './profiles';
import type { Profile } from './profiles';

/** What is alike in two texts, each from 0 to 1; the model weighs them. */
export const signalNames = [
  'conceptCosine',
  'kinCosine',
  'sameTop',
  'kinTop',
  'wordCosine',
  'titleCosine',
  'rarestWord',
  'rareWords',
  'themeCosine',
  'titleConcept',
  'coverage',
  'leaningCosine',
] as const;
type SignalName = (typeof signalNames)[number];
export type Signals = Readonly<Record<SignalName, number>>;

/** Words of two texts, by key, that are spelled nearly alike. */
export interface SlipKeys {
  readonly one: number;
  readonly other: number;
  readonly likeness: number;
  /** Whether the other word has to be in no word list: the first one is. */
  readonly wantsStrange: boolean;
}

/** A text of weak words leans to nothing, however alike it leans. */
const leastLeaning = 0.35;
/** Nor do two texts resemble each other for sharing one weak word when they say nothing else. */
const leastWords = 0.6;
const manyRareWords = 3;

/** The same for (a, b) and (b, a). */
export function signalsOf(a: Profile, b: Profile, lexicon: Lexicon, slips: readonly SlipKeys[]): Signals {
  const { conceptCosine, titleConcept, coverage } = conceptSignals(a, b);
  const { kinCosine, sameTop, kinTop } = kinSignals(a, b, lexicon);
  const { wordCosine, titleCosine, rarestWord, rareWords } = wordSignals(a, b, slips);
  return {
    conceptCosine,
    kinCosine,
    sameTop,
    kinTop,
    wordCosine,
    titleCosine,
    rarestWord,
    rareWords,
    titleConcept,
    coverage,
    themeCosine: ratio(themeProduct(a, b), of(a, measures.themes) * of(b, measures.themes)),
    leaningCosine: ratio(
      leaningProduct(a, b),
      Math.max(of(a, measures.leanings), leastLeaning) * Math.max(of(b, measures.leanings), leastLeaning),
    ),
  };
}

/** Whether one wants to be rid of what the other wants to have. */
export function areOpposite(a: Profile, b: Profile): boolean {
  let found = false;
  shared(a.concepts, b.concepts, (i, j) => {
    const [one, other] = [a.conceptMarks[i] ?? 0, b.conceptMarks[j] ?? 0];
    const isTop = (one & other & conceptMarks.top) > 0;
    if (isTop && (one & conceptMarks.unwanted) !== (other & conceptMarks.unwanted)) found = true;
  });
  return found;
}

export function of(profile: Profile, place: number): number {
  return profile.measures[place] ?? 0;
}

function conceptSignals(a: Profile, b: Profile): Pick<Signals, 'conceptCosine' | 'titleConcept' | 'coverage'> {
  let product = 0;
  let titleConcept = 0;
  let coveredInA = 0;
  let coveredInB = 0;
  shared(a.concepts, b.concepts, (i, j) => {
    const [one, other] = [a.conceptWeights[i] ?? 0, b.conceptWeights[j] ?? 0];
    product += one * other;
    coveredInA += one;
    coveredInB += other;
    const areInTitle = ((a.conceptMarks[i] ?? 0) & (b.conceptMarks[j] ?? 0) & conceptMarks.inTitle) > 0;
    if (areInTitle) titleConcept = Math.max(titleConcept, Math.min(1, one, other));
  });
  return {
    conceptCosine: ratio(product, of(a, measures.concepts) * of(b, measures.concepts)),
    titleConcept,
    coverage: Math.min(ratio(coveredInA, sumOf(a.conceptWeights)), ratio(coveredInB, sumOf(b.conceptWeights))),
  };
}

function kinSignals(a: Profile, b: Profile, lexicon: Lexicon): Pick<Signals, 'kinCosine' | 'sameTop' | 'kinTop'> {
  let product = 0;
  let sameTop = 0;
  let kinTop = 0;
  for (let i = 0; i < a.concepts.length; i++) {
    for (let j = 0; j < b.concepts.length; j++) {
      const kinship = lexicon.kinship(a.concepts[i] ?? 0, b.concepts[j] ?? 0);
      if (kinship === 0) continue;
      const [one, other] = [a.conceptWeights[i] ?? 0, b.conceptWeights[j] ?? 0];
      product += one * other * kinship;
      if (((a.conceptMarks[i] ?? 0) & (b.conceptMarks[j] ?? 0) & conceptMarks.top) === 0) continue;
      const least = Math.min(1, one, other);
      if (a.concepts[i] === b.concepts[j]) sameTop = Math.max(sameTop, least);
      kinTop = Math.max(kinTop, least * kinship);
    }
  }
  return { kinCosine: ratio(product, of(a, measures.kin) * of(b, measures.kin)), sameTop, kinTop };
}

function wordSignals(
  a: Profile,
  b: Profile,
  slips: readonly SlipKeys[],
): Pick<Signals, 'wordCosine' | 'titleCosine' | 'rarestWord' | 'rareWords'> {
  let inAll = 0;
  let inTitles = 0;
  let rarestWord = 0;
  let rareWords = 0;
  const share = (i: number, j: number, likeness: number): void => {
    const product = (a.wordWeights[i] ?? 0) * (b.wordWeights[j] ?? 0);
    const marks = (a.wordMarks[i] ?? 0) & (b.wordMarks[j] ?? 0);
    inAll += likeness * product;
    if (marks & wordMarks.inTitle) inTitles += likeness * product;
    const strength = Math.sqrt(product) * likeness;
    rarestWord = Math.max(rarestWord, Math.min(1, strength));
    if (marks & wordMarks.rare) rareWords += strength;
  };
  shared(a.words, b.words, (i, j) => share(i, j, 1));
  for (const { one, other, likeness, wantsStrange } of slips) {
    const [i, j] = [placeOf(a.words, one), placeOf(b.words, other)];
    if (i < 0 || j < 0 || (wantsStrange && !((b.wordMarks[j] ?? 0) & wordMarks.strange))) continue;
    // What both write alike needs no guess at what was meant, and must not count twice.
    if (placeOf(b.words, one) < 0 && placeOf(a.words, other) < 0) share(i, j, likeness);
  }
  return {
    wordCosine: ratio(inAll, atLeast(a, measures.words) * atLeast(b, measures.words)),
    titleCosine: ratio(inTitles, atLeast(a, measures.titleWords) * atLeast(b, measures.titleWords)),
    rarestWord,
    rareWords: Math.min(1, rareWords / manyRareWords),
  };
}

const atLeast = (profile: Profile, place: number): number => Math.max(of(profile, place), leastWords);

function themeProduct(a: Profile, b: Profile): number {
  let sum = 0;
  for (let theme = 0; theme < themes.length; theme++) sum += of(a, theme) * of(b, theme);
  return sum;
}

function leaningProduct(a: Profile, b: Profile): number {
  let sum = 0;
  shared(a.leanings, b.leanings, (i, j) => {
    sum += (a.leaningWeights[i] ?? 0) * (b.leaningWeights[j] ?? 0);
  });
  return sum;
}

/** Walks along two ascending lists and tells the places of what stands in both. */
function shared(
  a: Uint16Array | Uint32Array,
  b: Uint16Array | Uint32Array,
  found: (i: number, j: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) found(i++, j++);
    else if (difference < 0) i++;
    else j++;
  }
}

/** Where a key stands in an ascending list, or -1. */
function placeOf(keys: Uint32Array, key: number): number {
  let from = 0;
  let to = keys.length - 1;
  while (from <= to) {
    const middle = (from + to) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function sumOf(weights: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += weights[at] ?? 0;
  return sum;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
