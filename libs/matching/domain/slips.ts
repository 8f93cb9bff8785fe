import { bareWord, longWords } from './profiles';
import { isWithinTypo, tripleLikeness } from './spelling';
import type { SlipKeys } from './signals';
import type { Feature, Features } from './types';
import { wordKey } from './word-keys';

export const leastLikeness = 0.6;
const oneSlip = 0.9;

/** Two words spelled nearly alike, one of which at least is in no word list. */
export interface Slip {
  readonly one: Feature;
  readonly other: Feature;
  readonly likeness: number;
}

export function* slipsBetween(a: Features, b: Features): Iterable<Slip> {
  const [left, right] = [longWords(a), longWords(b)];
  const strange = right.filter(({ isUnknown }) => isUnknown);
  for (const one of left) {
    for (const other of one.isUnknown ? right : strange) {
      const likeness = slipLikeness(bareWord(one.key), bareWord(other.key));
      if (likeness > 0) yield { one, other, likeness };
    }
  }
}

/** The same by key, as the signals want it. */
export function slipKeysOf(a: Features, b: Features): SlipKeys[] {
  return [...slipsBetween(a, b)].map(({ one, other, likeness }) => ({
    one: wordKey(one.key),
    other: wordKey(other.key),
    likeness,
    wantsStrange: false,
  }));
}

/** How probable it is that one word is a slip for the other, from 0 (no slip, or the same word) to 0.9. */
export function slipLikeness(one: string, other: string): number {
  // A slip is hardly ever in the first letter.
  if (one === other || one.charAt(0) !== other.charAt(0)) return 0;
  if (isWithinTypo(one, other)) return oneSlip;
  const likeness = tripleLikeness(one, other);
  return likeness >= leastLikeness ? likeness : 0;
}
