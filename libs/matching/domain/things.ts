import { compoundParts } from './compounds';
import { adjectives, boughtByPiece, noThings, times } from './data/number-words';
import { isDutchWord } from './dutch-words';
import { kinships } from './lexicon';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import { plain, wordsOf } from './tokens';
import type { Token } from './tokens';
import type { Concept } from './types';
import { isStopWord } from './vocabulary';

const sure = 0.8;
const leastNames = 2;
const purchases = new Set(wordsOf(boughtByPiece));
const plainAdjectives = new Set(wordsOf(adjectives));
const noThingWords = new Set(wordsOf(noThings));
const timeWords = new Set(wordsOf(times));

/** Whether what a concept stands for is bought by the piece. */
export function isThing({ kind, unit, purchase, role }: Concept): boolean {
  if (role || (unit !== null && unit !== 'piece')) return false;
  return kind === 'good' || kind === 'works' || (purchase !== null && purchases.has(purchase));
}

export function isAdjective({ word }: Token): boolean {
  return plainAdjectives.has(word) || (word.length > 3 && word.endsWith('e') && !isStopWord(word));
}

/** Times, measures and people, also as part of a word ("minutenzone", "plantdag"): no things, whatever a text is about. */
export function isNoThing({ word }: Token): boolean {
  if (noThingWords.has(word) || timeWords.has(word) || /^(?:minuten|uren|uurs|persoons)/.test(word)) return true;
  return timeWords.has(compoundParts(word).at(-1) ?? '');
}

/** A thing by the name a text gives it, in the singular: "bankje". */
export interface Thing {
  readonly concept: Concept;
  readonly name: string;
}

/**
 * Tells of each token which of the concepts a text is about, or which near one, it is the name of. A word that only
 * tells of a concept ("hartstilstand" of an AED) names nothing; "palen" does in a text about "laadpalen".
 */
export function thingFinder(
  tokens: readonly Token[],
  tops: readonly Concept[],
  lexicon: Lexicon,
): (at: number) => Thing | null {
  const known = new Map<Concept, ReadonlySet<string>>();
  const isNamed = (concept: Concept, ...ends: readonly string[]): boolean => {
    const names = known.get(concept) ?? namesOf(concept);
    known.set(concept, names);
    return ends.some((end) => names.has(end));
  };
  const { wished, strange, heads } = mentionsOf(tokens, tops, lexicon);
  const things = tops.filter(isThing);
  return (at) => {
    const token = tokens[at];
    if (!token || isNoThing(token) || (token.isCapital && !token.startsSentence)) return null;
    const wish = wished.get(at);
    const own = token.stem.replace(/s$/, '');
    const isWish = wish && isNamed(wish, token.stem, own, stem(compoundParts(token.word).at(-1) ?? own));
    const isSpare = !wish && (!strange.has(at) || heads.has(token.stem));
    const concept = isWish ? wish : isSpare ? things.find((each) => isNamed(each, token.stem)) : undefined;
    return concept ? { concept, name: singular(token, concept) } : null;
  };
}

/** As a term says it; else by the rules, or as it stands there. */
function singular({ word, stem: own }: Token, { label, terms }: Concept): string {
  const same = terms.filter((term) => stem(plain(term)) === own);
  const name = same.find((term) => word.startsWith(plain(term))) ?? same[0];
  if (name !== undefined) return plain(label) === plain(name) ? label : name;
  if (word.endsWith('ingen')) return word.slice(0, -2);
  return isDutchWord(own) ? own : word;
}

interface Mentions {
  /** By the place of its noun. */
  readonly wished: ReadonlyMap<number, Concept>;
  /** Places of words that speak of something else. */
  readonly strange: ReadonlySet<number>;
  /** What compounds of this text end in: after "hondenpoepbakken" nobody bakes when "bakken" stands there. */
  readonly heads: ReadonlySet<string>;
}

function mentionsOf(tokens: readonly Token[], tops: readonly Concept[], lexicon: Lexicon): Mentions {
  const wished = new Map<number, Concept>();
  const strange = new Set<number>();
  const heads = new Set<string>();
  const numbers = tops.map(({ id }) => lexicon.numberOf(id));
  const kinship = ({ id }: Concept): number =>
    Math.max(0, ...numbers.map((number) => lexicon.kinship(number, lexicon.numberOf(id))));
  for (const { concept, at, certainty } of lexicon.mentionsIn(tokens, () => false)) {
    if (certainty < sure) continue;
    const noun = Math.max(...at);
    const kin = kinship(concept);
    if (kin === 0) strange.add(noun);
    const head = kin === 1 ? compoundParts(tokens[noun]?.word ?? '').at(-1) : undefined;
    if (head !== undefined) heads.add(stem(head));
    if (kin >= kinships.near && isThing(concept) && isNounPhrase(tokens, at, noun)) {
      if (!wished.has(noun) || tops.includes(concept)) wished.set(noun, concept);
    }
  }
  return { wished, strange, heads };
}

/** A noun, or an adjective and a noun ("openbaar toilet"): words farther apart tell a story. */
function isNounPhrase(tokens: readonly Token[], at: readonly number[], noun: number): boolean {
  const before = tokens[noun - 1];
  return at.length === 1 || (at.length === 2 && at.includes(noun - 1) && before !== undefined && isAdjective(before));
}

/** What the names of a concept end in: its label, and what several of its terms share ("laadpaal", "oplaadpaal" → "paal"). */
function namesOf({ label, terms }: Concept): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const endsOf = (name: string): ReadonlySet<string> => new Set([stem(name), stem(compoundParts(name).at(-1) ?? name)]);
  for (const term of terms.filter((each) => !each.includes(' '))) {
    for (const end of endsOf(plain(term))) seen.set(end, (seen.get(end) ?? 0) + 1);
  }
  const shared = [...seen].flatMap(([end, many]) => (many >= leastNames ? [end] : []));
  return new Set(label.includes(' ') ? shared : [...shared, ...endsOf(plain(label))]);
}
