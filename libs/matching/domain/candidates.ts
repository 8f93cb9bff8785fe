import { tripleLikeness, triples } from './spelling';
import { thresholds } from './compare';
import type { Engine, Feature, Features, Match } from './types';

export interface SimilarPoint {
  readonly id: string;
  readonly match: Match;
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

interface Document {
  readonly id: string;
  readonly slot: number;
  readonly features: Features;
}

/** How many rough candidates are compared in full: a few times what is asked for. */
const candidateFactor = 4;
const fewestCandidates = 80;
/** A feature found in more texts than this share of a large corpus finds no candidates by itself. */
const tooCommonShare = 0.25;
const largeCorpus = 500;
/** Words of every second proposal weigh this little; alone they find nobody. */
const tooLight = 0.2;
const kindGain = { concept: 3, word: 1, part: 0.7 } as const;

/**
 * Finds the texts that resemble one text without comparing it to all. The corpus decides only who is compared
 * (rare features first); the match itself depends on the two texts alone, so it never changes because others write.
 */
export function createIndex(engine: Engine): MatchIndex {
  const documents = new Map<string, Document>();
  const bySlot = new Map<number, Document>();
  const postings = new Map<string, Map<number, number>>();
  const unknownByTriple = new Map<string, Set<string>>();

  let nextSlot = 0;

  function remove(id: string): void {
    const document = documents.get(id);
    if (!document) return;
    for (const item of document.features.items) {
      const key = keyOf(item);
      const posting = postings.get(key);
      posting?.delete(document.slot);
      if (posting?.size === 0) {
        postings.delete(key);
        if (item.isUnknown) for (const triple of triples(item.key)) forget(unknownByTriple, triple, item.key);
      }
    }
    documents.delete(id);
    bySlot.delete(document.slot);
  }

  function add(id: string, features: Features): void {
    remove(id);
    const document = { id, slot: nextSlot++, features };
    documents.set(id, document);
    bySlot.set(document.slot, document);
    for (const item of features.items) {
      const key = keyOf(item);
      const posting = postings.get(key) ?? new Map<number, number>();
      posting.set(document.slot, item.weight);
      postings.set(key, posting);
      if (!item.isUnknown) continue;
      for (const triple of triples(item.key)) {
        unknownByTriple.set(triple, (unknownByTriple.get(triple) ?? new Set<string>()).add(item.key));
      }
    }
  }

  function nearlySpelled(word: string): string[] {
    const sharedTriples = new Map<string, number>();
    for (const triple of triples(word)) {
      for (const other of unknownByTriple.get(triple) ?? [])
        sharedTriples.set(other, (sharedTriples.get(other) ?? 0) + 1);
    }
    const fewest = (word.length * thresholds.spelling) / 2;
    return [...sharedTriples]
      .filter(
        ([other, count]) => other !== word && count >= fewest && tripleLikeness(word, other) >= thresholds.spelling,
      )
      .map(([other]) => other);
  }

  function similar(features: Features, { limit, exclude = () => false }: SimilarOptions): SimilarPoint[] {
    const rough = new Map<number, number>();
    const collect = (key: string, gain: number): void => {
      const posting = postings.get(key);
      if (!posting || (documents.size > largeCorpus && posting.size > documents.size * tooCommonShare)) return;
      const rarity = Math.log(1 + documents.size / posting.size);
      for (const [slot, weight] of posting) rough.set(slot, (rough.get(slot) ?? 0) + gain * weight * rarity);
    };
    for (const item of features.items) {
      if (documents.size > largeCorpus && item.weight <= tooLight) continue;
      collect(keyOf(item), item.weight * kindGain[item.kind]);
      if (item.isUnknown) for (const other of nearlySpelled(item.key)) collect(`word:${other}`, item.weight);
    }
    return best(rough, Math.max(fewestCandidates, limit * candidateFactor), exclude)
      .flatMap(({ id, features: other }) => {
        const match = engine.compare(features, other);
        return match ? [{ id, match }] : [];
      })
      .sort((a, b) => b.match.score - a.match.score || byText(a.id, b.id))
      .slice(0, limit);
  }

  function best(rough: ReadonlyMap<number, number>, count: number, exclude: (id: string) => boolean): Document[] {
    const allowed = [...rough].filter(([slot]) => !exclude(bySlot.get(slot)?.id ?? ''));
    const least =
      Float64Array.from(allowed, ([, score]) => score)
        .sort()
        .at(-count) ?? 0;
    const documentsWith = (isWanted: (score: number) => boolean): Document[] =>
      allowed.flatMap(([slot, score]) => (isWanted(score) ? (bySlot.get(slot) ?? []) : []));
    const above = documentsWith((score) => score > least);
    // Equals are taken by id, so the answer does not depend on the order of adding.
    const equal = documentsWith((score) => score === least).sort((a, b) => byText(a.id, b.id));
    return [...above, ...equal.slice(0, count - above.length)];
  }

  return {
    get size() {
      return documents.size;
    },
    add,
    remove,
    similar,
  };
}

function keyOf({ kind, key }: Feature): string {
  return `${kind}:${key}`;
}

function forget(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  set?.delete(member);
  if (set?.size === 0) sets.delete(key);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
