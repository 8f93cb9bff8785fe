import { byText } from './by-text';
import { bareWord, shortestSlip } from './profiles';
import { leastLikeness } from './signals';
import { tripleLikeness, triples } from './spelling';
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
  readonly traits: ReadonlyMap<string, number>;
  /** Keys of words that may be misspelled, or be what a misspelled one was meant to be. */
  readonly long: readonly string[];
}

/** How many rough candidates are compared in full: a few times what is asked for. */
const candidateFactor = 4;
const fewestCandidates = 80;
/** A feature found in more texts than this share of a large corpus finds no candidates by itself. */
const tooCommonShare = 0.25;
const largeCorpus = 500;
/** Words of every second proposal weigh this little; alone they find nobody. */
const tooLight = 0.2;

/**
 * Finds the texts that resemble one text without comparing it to all. The corpus decides only who is compared
 * (rare features first); the match itself depends on the two texts alone, so it never changes because others write.
 */
export function createIndex(engine: Engine): MatchIndex {
  const documents = new Map<string, Document>();
  const bySlot = new Map<number, Document>();
  const postings = new Map<string, Map<number, number>>();
  const longByTriple = new Map<string, Set<string>>();
  const strangeByTriple = new Map<string, Set<string>>();

  let nextSlot = 0;

  function remove(id: string): void {
    const document = documents.get(id);
    if (!document) return;
    for (const key of document.traits.keys()) {
      const posting = postings.get(key);
      posting?.delete(document.slot);
      if (posting?.size === 0) postings.delete(key);
    }
    for (const word of document.long) {
      if (postings.has(`word:${word}`)) continue;
      for (const triple of triples(bareWord(word))) {
        forget(longByTriple, triple, word);
        forget(strangeByTriple, triple, word);
      }
    }
    documents.delete(id);
    bySlot.delete(document.slot);
  }

  function add(id: string, features: Features): void {
    remove(id);
    const traits = engine.traits(features);
    const long = longWords(features);
    const document = { id, slot: nextSlot++, features, traits, long: long.map(({ key }) => key) };
    documents.set(id, document);
    bySlot.set(document.slot, document);
    for (const [key, weight] of traits) {
      const posting = postings.get(key) ?? new Map<number, number>();
      posting.set(document.slot, weight);
      postings.set(key, posting);
    }
    for (const { key, isUnknown } of long) {
      for (const triple of triples(bareWord(key))) {
        for (const words of isUnknown ? [longByTriple, strangeByTriple] : [longByTriple]) {
          words.set(triple, (words.get(triple) ?? new Set<string>()).add(key));
        }
      }
    }
  }

  /** Words of the texts that are spelled nearly like this one; of two, one at least is a slip. */
  function nearlySpelled(word: string, isSlip: boolean): string[] {
    const sharedTriples = new Map<string, number>();
    const all = isSlip ? longByTriple : strangeByTriple;
    for (const triple of triples(word)) {
      for (const other of all.get(triple) ?? []) sharedTriples.set(other, (sharedTriples.get(other) ?? 0) + 1);
    }
    const fewest = (word.length * leastLikeness) / 2;
    return [...sharedTriples]
      .filter(([other, count]) => count >= fewest && tripleLikeness(word, bareWord(other)) >= leastLikeness)
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
    for (const [key, weight] of engine.traits(features)) {
      if (documents.size > largeCorpus && weight <= tooLight) continue;
      collect(key, weight);
    }
    for (const { key, isUnknown } of longWords(features)) {
      for (const other of nearlySpelled(bareWord(key), isUnknown === true)) collect(`word:${other}`, 1);
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

function longWords({ items }: Features): readonly Feature[] {
  return items.filter(({ kind, key }) => kind === 'word' && bareWord(key).length >= shortestSlip);
}

function forget(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  set?.delete(member);
  if (set?.size === 0) sets.delete(key);
}
