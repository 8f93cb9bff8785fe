import type { Lexicon } from './lexicon';
import { bareWord, kinProduct } from './profiles';
import type { CountedWord, Profile } from './profiles';
import { isWithinTypo, tripleLikeness } from './spelling';
import type { Feature } from './types';

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

export const leastLikeness = 0.6;
const oneSlip = 0.9;
const rareFrom = 0.6;
/** A text of weak words leans to nothing, however alike it leans. */
const leastLeaning = 0.35;
/** Nor do two texts resemble each other for sharing one weak word when they say nothing else. */
const leastWords = 0.6;
const manyRareWords = 3;

/** The same for (a, b) and (b, a). */
export function signalsOf(a: Profile, b: Profile, lexicon: Lexicon): Signals {
  return {
    ...conceptSignals(a, b, lexicon),
    ...topSignals(a, b, lexicon),
    ...wordSignals(a, b),
    themeCosine: ratio(product(a.themes, b.themes), a.norms.themes * b.norms.themes),
    leaningCosine: ratio(
      product(a.leanings, b.leanings),
      Math.max(a.norms.leanings, leastLeaning) * Math.max(b.norms.leanings, leastLeaning),
    ),
  };
}

function conceptSignals(
  a: Profile,
  b: Profile,
  lexicon: Lexicon,
): Pick<Signals, 'conceptCosine' | 'kinCosine' | 'titleConcept' | 'coverage'> {
  let shared = 0;
  let titleConcept = 0;
  let coveredInA = 0;
  let coveredInB = 0;
  for (const one of a.concepts) {
    const other = b.concepts.find(({ key }) => key === one.key);
    if (!other) continue;
    shared += one.weight * other.weight;
    coveredInA += one.weight;
    coveredInB += other.weight;
    if (one.isInTitle && other.isInTitle) titleConcept = Math.max(titleConcept, Math.min(1, one.weight, other.weight));
  }
  return {
    conceptCosine: ratio(shared, a.norms.concepts * b.norms.concepts),
    kinCosine: ratio(kinProduct(a.concepts, b.concepts, lexicon), a.norms.kin * b.norms.kin),
    titleConcept,
    coverage: Math.min(ratio(coveredInA, weightOf(a.concepts)), ratio(coveredInB, weightOf(b.concepts))),
  };
}

function topSignals(a: Profile, b: Profile, lexicon: Lexicon): Pick<Signals, 'sameTop' | 'kinTop'> {
  let sameTop = 0;
  let kinTop = 0;
  for (const one of a.tops) {
    for (const other of b.tops) {
      const least = Math.min(1, one.weight, other.weight);
      if (one.key === other.key) sameTop = Math.max(sameTop, least);
      else kinTop = Math.max(kinTop, least * lexicon.kinship(one.key, other.key));
    }
  }
  return { sameTop, kinTop: Math.max(sameTop, kinTop) };
}

function wordSignals(a: Profile, b: Profile): Pick<Signals, 'wordCosine' | 'titleCosine' | 'rarestWord' | 'rareWords'> {
  let inAll = 0;
  let inTitles = 0;
  let rarestWord = 0;
  let rareWords = 0;
  const share = (one: CountedWord | undefined, other: CountedWord | undefined, likeness: number): void => {
    if (!one || !other) return;
    inAll += likeness * (one.weight * other.weight);
    if (one.isInTitle && other.isInTitle) inTitles += likeness * (one.weight * other.weight);
    const strength = Math.sqrt(one.weight * other.weight) * likeness;
    rarestWord = Math.max(rarestWord, Math.min(1, strength));
    if (Math.min(one.rarity, other.rarity) >= rareFrom) rareWords += strength;
  };
  for (const [key, one] of a.words) share(one, b.words.get(key), 1);
  for (const { one, other, likeness } of slipsBetween(a, b))
    share(a.words.get(one.key), b.words.get(other.key), likeness);
  return {
    wordCosine: ratio(inAll, Math.max(a.norms.words, leastWords) * Math.max(b.norms.words, leastWords)),
    titleCosine: ratio(inTitles, Math.max(a.norms.titleWords, leastWords) * Math.max(b.norms.titleWords, leastWords)),
    rarestWord,
    rareWords: Math.min(1, rareWords / manyRareWords),
  };
}

interface Slip {
  readonly one: Feature;
  readonly other: Feature;
  readonly likeness: number;
}

/** Words spelled nearly alike, one of which at least is in no word list. */
export function* slipsBetween(a: Profile, b: Profile): Iterable<Slip> {
  for (const one of a.long) {
    for (const other of one.isUnknown ? b.long : b.strange) {
      const [left, right] = [bareWord(one.key), bareWord(other.key)];
      if (left === right) continue;
      const likeness = isWithinTypo(left, right) ? oneSlip : tripleLikeness(left, right);
      if (likeness >= leastLikeness) yield { one, other, likeness };
    }
  }
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, weight] of few) sum += weight * (many.get(key) ?? 0);
  return sum;
}

function weightOf(concepts: readonly Feature[]): number {
  return concepts.reduce((sum, { weight }) => sum + weight, 0);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
