import { amountOf } from './amounts';
import { evidenceOf } from './evidence';
import { readFeatures, villageWordsOf } from './features';
import { labelOf } from './labels';
import { createLexicon } from './lexicon';
import { opposed, probability, tierOf } from './model';
import { measures, profileOf } from './profiles';
import type { Profile } from './profiles';
import { shippedLexicon } from './shipped-lexicon';
import { areOpposite, of, signalsOf } from './signals';
import type { SlipKeys } from './signals';
import { slipKeysOf } from './slips';
import type { Concept, Engine, Features, Judgement, Match } from './types';

interface EngineOptions {
  readonly villageNames: readonly string[];
  /** What the municipality knows instead of the concepts that come with Kernagenda. */
  readonly concepts?: readonly Concept[];
}

/** The matching engine of one municipality. The names of its villages never count as a resemblance. */
export function createEngine(options: EngineOptions): Engine {
  const lexicon = options.concepts ? createLexicon(options.concepts) : shippedLexicon();
  const villageWords = villageWordsOf(options.villageNames);
  const profiles = new WeakMap<Features, Profile>();

  function profile(features: Features): Profile {
    const known = profiles.get(features);
    if (known) return known;
    const made = profileOf(features, lexicon);
    profiles.set(features, made);
    return made;
  }

  function judge(a: Profile, b: Profile, slips: readonly SlipKeys[]): Judgement {
    const signals = signalsOf(a, b, lexicon, slips);
    const areSure = of(a, measures.isSure) > 0 && of(b, measures.isSure) > 0;
    const isList = of(a, measures.isList) > 0 || of(b, measures.isList) > 0;
    const isOpposite = areOpposite(a, b);
    const found = probability(signals, areSure);
    const score = rounded(isOpposite ? opposed(found) : found);
    return { score, tier: tierOf(score, signals, isList), isOpposite };
  }

  const judgeBoth = (a: Features, b: Features): Judgement => judge(profile(a), profile(b), slipKeysOf(a, b));

  function compare(a: Features, b: Features): Match | null {
    const { tier, ...judgement } = judgeBoth(a, b);
    return tier && { ...judgement, tier, evidence: evidenceOf(a, b, lexicon) };
  }

  return {
    features: (text) => readFeatures(text, lexicon, villageWords),
    amount: (text, features) => amountOf(text, features, lexicon),
    profile,
    judge,
    rank: (a, b) => judgeBoth(a, b).score,
    compare,
    label: (texts) => labelOf(texts, lexicon),
  };
}

function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}
