import { byText } from './by-text';
import { evidenceOf } from './evidence';
import { readFeatures, villageWordsOf } from './features';
import { labelOf } from './labels';
import { probability, tierOf } from './model';
import { profileOf } from './profiles';
import type { Profile } from './profiles';
import { shippedLexicon } from './shipped-lexicon';
import { signalsOf } from './signals';
import type { Signals } from './signals';
import type { Engine, Features, Match } from './types';

/** So many of the concepts a text leans to make it worth comparing. */
const searchedLeanings = 8;
const worth = { concept: 3, word: 1, part: 0.7, leaning: 1 } as const;

/** The matching engine of one municipality. The names of its villages never count as a resemblance. */
export function createEngine(options: { readonly villageNames: readonly string[] }): Engine {
  const lexicon = shippedLexicon();
  const villageWords = villageWordsOf(options.villageNames);
  const profiles = new WeakMap<Features, Profile>();

  function profile(features: Features): Profile {
    const known = profiles.get(features);
    if (known) return known;
    const made = profileOf(features, lexicon);
    profiles.set(features, made);
    return made;
  }

  function judge(a: Features, b: Features): { readonly signals: Signals; readonly score: number } {
    const [left, right] = [profile(a), profile(b)];
    const signals = signalsOf(left, right, lexicon);
    return { signals, score: Math.round(probability(signals, left.isSure && right.isSure) * 10_000) / 10_000 };
  }

  function compare(a: Features, b: Features): Match | null {
    const { signals, score } = judge(a, b);
    const [left, right] = [profile(a), profile(b)];
    if (areOpposite(left, right)) return null;
    const tier = tierOf(score, signals, left.isList || right.isList);
    return tier && { score, tier, evidence: evidenceOf(left, right, lexicon) };
  }

  function traits(features: Features): ReadonlyMap<string, number> {
    const { leanings, norms } = profile(features);
    const heaviest = [...leanings].sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).slice(0, searchedLeanings);
    return new Map([
      ...features.items.map(({ kind, key, weight }): [string, number] => [`${kind}:${key}`, weight * worth[kind]]),
      ...heaviest.map(([id, weight]): [string, number] => [`leaning:${id}`, (worth.leaning * weight) / norms.leanings]),
    ]);
  }

  return {
    features: (text) => readFeatures(text, lexicon, villageWords),
    rank: (a, b) => judge(a, b).score,
    compare,
    traits,
    label: (texts) => labelOf(texts, lexicon),
  };
}

/** Whether one wants to be rid of what the other wants to have. */
function areOpposite(a: Profile, b: Profile): boolean {
  return a.tops.some((one) => b.tops.some((other) => one.key === other.key && one.isUnwanted !== other.isUnwanted));
}
