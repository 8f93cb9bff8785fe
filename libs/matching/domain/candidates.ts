import { byText } from './by-text';
import { IndexedTexts, traitsOf } from './indexed-texts';
import { NearSpellings } from './near-spellings';
import { longWords } from './profiles';
import type { SlipKeys } from './signals';
import type { Engine, Features, Judgement } from './types';
import type { MatchTier } from './views';
import { wordKey } from './word-keys';

export interface SimilarPoint extends Judgement {
  readonly id: string;
  readonly tier: MatchTier;
}

export interface SimilarOptions {
  readonly limit: number;
  /** Points that may not be answered: the own village, or the point itself. */
  readonly exclude?: (id: string) => boolean;
}

export interface MatchIndex {
  readonly size: number;
  /** Adding a known id again replaces its features. */
  add(id: string, features: Features): void;
  remove(id: string): void;
  /** The best matches, strongest first; equal scores by id. */
  similar(features: Features, options: SimilarOptions): SimilarPoint[];
}

/** How many rough candidates are compared in full. */
const comparedFactor = 4;
const fewestCompared = 80;
/** Texts that were removed take room until they are so many and half of all. */
const fewestGone = 1000;

/**
 * Finds the texts that resemble one text without comparing it to all. The corpus decides only who is compared
 * (rare traits first); the match itself depends on the two texts alone, so it never changes because others write.
 */
export function createIndex(engine: Engine): MatchIndex {
  const spellings = new NearSpellings();
  let texts = new IndexedTexts();

  function tidy(): void {
    if (texts.gone < fewestGone || texts.gone < texts.numbers.size) return;
    const before = texts;
    texts = new IndexedTexts();
    for (const [id, number] of before.numbers) texts.add(id, before.profiles.at(number));
  }

  function slipsOf(features: Features): SlipKeys[] {
    return longWords(features).flatMap(({ key, isUnknown }) =>
      spellings
        .near(key, isUnknown === true)
        .map((near) => ({ one: wordKey(key), other: near.key, likeness: near.likeness, wantsStrange: !isUnknown })),
    );
  }

  function similar(features: Features, { limit, exclude = () => false }: SimilarOptions): SimilarPoint[] {
    const profile = engine.profile(features);
    const slips = slipsOf(features);
    const traits = [...traitsOf(profile), ...slips.map(({ other, likeness }) => ({ key: other, weight: likeness }))];
    return texts
      .candidates(traits, Math.max(fewestCompared, limit * comparedFactor), exclude)
      .flatMap(({ id, number }) => {
        const { tier, ...judgement } = engine.judge(profile, texts.profiles.at(number), slips);
        return tier ? [{ id, ...judgement, tier }] : [];
      })
      .sort((a, b) => b.score - a.score || byText(a.id, b.id))
      .slice(0, limit);
  }

  return {
    get size() {
      return texts.numbers.size;
    },
    add(id, features) {
      texts.remove(id);
      tidy();
      for (const { key, isUnknown } of longWords(features)) spellings.add(key, isUnknown === true);
      texts.add(id, engine.profile(features));
    },
    remove(id) {
      texts.remove(id);
    },
    similar,
  };
}
