import { findConcept } from './lexicon';
import { stem } from './stem';
import { tripleLikeness } from './spelling';
import { plain } from './tokens';
import type { Evidence, Feature, Features, Match } from './types';

/** The engine's frozen judgement, in one place. */
export const thresholds = { possible: 0.35, strong: 0.6, spelling: 0.65 } as const;
const share = { concept: 0.9, word: 0.65 } as const;
/** Where no idea is recognised on either side, words carry it alone: they count for more, up to a limit. */
const alone = { gain: 1.5, atMost: 0.9 } as const;
const leastConceptNorm = 0.9;
const leastWordNorm = 1.3;
const shortestUnknown = 6;
const lookups = new WeakMap<Features, ReadonlyMap<string, Feature>>();

interface Shared {
  readonly a: Feature;
  readonly b: Feature;
  readonly likeness: number;
}

/** What two texts share and how much that says; null when it says too little. The same for (a, b) and (b, a). */
export function compareFeatures(a: Features, b: Features): Match | null {
  const shared = [...sharedExactly(a, b), ...sharedNearly(a, b)];
  const strength = (found: Shared): number => found.a.weight * found.b.weight * found.likeness;
  const sum = (isWanted: (found: Shared) => boolean): number =>
    shared.filter(isWanted).reduce((total, found) => total + strength(found), 0);

  const conceptual =
    sum(({ a: { kind } }) => kind === 'concept') /
    (Math.max(a.conceptNorm, leastConceptNorm) * Math.max(b.conceptNorm, leastConceptNorm));
  const lexical =
    sum(({ a: { kind } }) => kind !== 'concept') /
    (Math.max(a.wordNorm, leastWordNorm) * Math.max(b.wordNorm, leastWordNorm));
  const byWords =
    a.conceptNorm + b.conceptNorm === 0
      ? Math.min(alone.atMost, alone.gain * lexical)
      : share.word * Math.min(1, lexical);
  const score = round(1 - (1 - share.concept * Math.min(1, conceptual)) * (1 - byWords));
  if (score < thresholds.possible) return null;
  return { score, tier: score >= thresholds.strong ? 'strong' : 'possible', evidence: evidenceOf(shared, strength) };
}

function sharedExactly(a: Features, b: Features): Shared[] {
  const inB = byKey(b);
  return a.items.flatMap((item) => {
    const other = inB.get(`${item.kind}:${item.key}`);
    return other ? [{ a: item, b: other, likeness: 1 }] : [];
  });
}

function byKey(features: Features): ReadonlyMap<string, Feature> {
  const known = lookups.get(features);
  if (known) return known;
  const lookup = new Map(features.items.map((item) => [`${item.kind}:${item.key}`, item]));
  lookups.set(features, lookup);
  return lookup;
}

function sharedNearly(a: Features, b: Features): Shared[] {
  const unknownIn = (features: Features, other: Features): Feature[] =>
    features.items.filter(
      (item) => item.isUnknown && item.key.length >= shortestUnknown && !byKey(other).has(`${item.kind}:${item.key}`),
    );
  const left = unknownIn(a, b);
  const right = unknownIn(b, a);
  return left.flatMap((item) =>
    right.flatMap((other) => {
      const likeness = tripleLikeness(item.key, other.key);
      return likeness >= thresholds.spelling ? [{ a: item, b: other, likeness }] : [];
    }),
  );
}

function evidenceOf(shared: readonly Shared[], strength: (found: Shared) => number): Evidence[] {
  const labels = new Set(
    shared.flatMap(({ a }) => (a.kind === 'concept' ? [stem(plain(findConcept(a.key)?.label ?? a.key))] : [])),
  );
  return shared
    .filter(({ a }) => a.kind !== 'word' || !labels.has(a.key.split('#')[0] ?? ''))
    .map((found) => ({
      kind: found.likeness < 1 ? ('spelling' as const) : found.a.kind,
      term: termOf(found),
      weight: round(strength(found)),
      inA: found.a.shown,
      inB: found.b.shown,
    }))
    .sort(
      (left, right) => right.weight - left.weight || (left.term < right.term ? -1 : left.term > right.term ? 1 : 0),
    );
}

function termOf({ a, b }: Shared): string {
  if (a.kind === 'concept') return findConcept(a.key)?.label ?? a.key;
  if (a.kind === 'part') return a.key;
  const [left, right] = [a.shown.toLowerCase(), b.shown.toLowerCase()];
  return left.length < right.length || (left.length === right.length && left < right) ? left : right;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
