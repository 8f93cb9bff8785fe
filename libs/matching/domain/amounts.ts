import { clausesOf, holds } from './clauses';
import type { Clause } from './clauses';
import {
  forEach,
  isThere,
  isWanted,
  makingOf,
  meansFor,
  noCountBefore,
  participants,
  pieces,
  removals,
} from './data/number-words';
import type { AmountInput } from './flags';
import type { Lexicon } from './lexicon';
import { priceIn } from './prices';
import { quantitiesIn, withPlainNumbers } from './quantities';
import type { Quantity } from './quantities';
import { isAdjective, isNoThing, isThing, thingFinder } from './things';
import type { Thing } from './things';
import { tokenize, wordsOf } from './tokens';
import type { Token } from './tokens';
import type { Concept, Features, Text } from './types';
import { isStopWord } from './vocabulary';

/** Above it a number is no count of what a village asks. */
export const largestCount = 10_000;

const topShare = 0.75;
const adjectivesBetween = 2;
/** What is counted where its name is left out. */
const piece = 'stuk';
const participant = 'deelnemer';
const years = { first: 1900, last: 2100 } as const;

const pieceWords = new Set(wordsOf(pieces));
const participantWords = new Set(wordsOf(participants));
const noCounts = new Set(wordsOf(noCountBefore));
const eachWords = new Set(wordsOf(forEach));
const thereWords = new Set(wordsOf(isThere));
const wishWords = new Set(wordsOf(isWanted));
const removalWords = new Set(wordsOf(removals));
const meansWords = new Set(wordsOf(meansFor));
const makingWords = new Set(wordsOf(makingOf));
const streetNames = /(?:straat|weg|laan|dijk|singel|steeg|plein|hof|kade|dreef|gracht|park|pad)$/;

interface Counted {
  readonly concept: Concept;
  readonly unit: string;
  /** The place of its name. */
  readonly at: number;
}

interface Count extends Counted {
  readonly least: number;
  readonly most: number;
  readonly isInTitle: boolean;
}

/**
 * Reads from a text how many of the thing it is most about are wanted and what that may cost; null when it says
 * neither. The unit is a name of the thing in Dutch ("bankje"), "stuk" where it is left out, or "deelnemer". Rather
 * nothing than a guess: what is there already, what holds for each, and two numbers that differ are left out.
 */
export function amountOf(text: Text, features: Features, lexicon: Lexicon): AmountInput | null {
  const title = tokenize(withPlainNumbers(text.title));
  const tokens = [...title, ...tokenize(withPlainNumbers(text.body), (title.at(-1)?.sentence ?? 0) + 1)];
  return amountIn(tokens, title.length, features, lexicon);
}

/** The same of a text written by `withPlainNumbers` and split into words, of which the first are its title. */
export function amountIn(
  tokens: readonly Token[],
  titleLength: number,
  features: Features,
  lexicon: Lexicon,
): AmountInput | null {
  const quantities = quantitiesIn(tokens);
  if (quantities.length === 0) return null;
  const tops = topsOf(features, lexicon);
  const wanted = tops.filter(({ isUnwanted }) => !isUnwanted).map(({ concept }) => concept);
  const count = countIn(tokens, titleLength, quantities, wanted, lexicon);
  const [top] = tops;
  const needsBudget = !top || top.concept.kind === 'policy' || top.concept.theme === 'housing';
  const cents = priceIn(tokens, quantities, needsBudget);
  if (!count && cents === null) return null;
  return { least: count?.least ?? null, most: count?.most ?? null, unit: count?.unit ?? null, cents };
}

interface Top {
  readonly concept: Concept;
  readonly weight: number;
  readonly isUnwanted: boolean;
}

/** The concepts a text is most about; where it happens is none. */
function topsOf({ items }: Features, lexicon: Lexicon): readonly Top[] {
  const pointed = items.flatMap(({ kind, key, weight, isUnwanted = false }): Top[] => {
    const concept = kind === 'concept' ? lexicon.find(key) : null;
    return concept && !concept.role ? [{ concept, weight, isUnwanted }] : [];
  });
  return pointed.filter(({ weight }) => weight >= (pointed[0]?.weight ?? 0) * topShare);
}

function countIn(
  tokens: readonly Token[],
  titleLength: number,
  quantities: readonly Quantity[],
  tops: readonly Concept[],
  lexicon: Lexicon,
): Count | null {
  const clauses = clausesOf(tokens);
  const [top] = tops;
  if (!top || holds(clauses[0], removalWords)) return null;
  const thingAt = thingFinder(tokens, tops, lexicon);
  const numbers = new Set(quantities.flatMap(({ from, isMoney }) => (isMoney ? [] : from)));
  const counts = quantities.flatMap((quantity) => {
    const { least, most, from } = quantity;
    if (!isCount(quantity) || !isAsked(tokens, clauses[from], quantity)) return [];
    const counted = countedBy(tokens, quantity, thingAt, top);
    // "2 palen voor 400 huizen" complains of a ratio.
    if (!counted || (tokens[counted.at + 1]?.word === 'voor' && numbers.has(counted.at + 2))) return [];
    return [{ ...counted, least, most, isInTitle: from < titleLength }];
  });
  const inTitle = counts.filter(({ isInTitle }) => isInTitle);
  const heard = inTitle.length > 0 ? inTitle : counts;
  return theOnly(heard) ?? theOnly(heard.filter(({ concept }) => concept === top));
}

function theOnly(counts: readonly Count[]): Count | null {
  const said = new Set(counts.map(({ least, most }) => `${least} ${most}`));
  return said.size === 1 ? (counts[0] ?? null) : null;
}

/** What a number counts, when that is a thing the text is about. */
function countedBy(
  tokens: readonly Token[],
  { from, end }: Quantity,
  thingAt: (at: number) => Thing | null,
  top: Concept,
): Counted | null {
  const next = tokens[end];
  if (!next || next.sentence !== tokens[from]?.sentence) return null;
  const isEr = next.word === 'bij' && tokens[from - 1]?.word === 'er';
  if (isEr || pieceWords.has(next.word)) {
    return isThing(top) && (isEr || endsAfter(tokens, end)) ? { concept: top, unit: piece, at: end } : null;
  }
  if (participantWords.has(next.word)) {
    return top.unit === 'participant' ? { concept: top, unit: participant, at: end } : null;
  }
  for (let at = end; at <= end + adjectivesBetween; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== next.sentence || isNoThing(token)) return null;
    const thing = thingAt(at);
    if (thing) return { concept: thing.concept, unit: thing.name, at };
    if (!isAdjective(token)) return null;
  }
  return null;
}

/** Whether nothing is named after "6 stuks". */
function endsAfter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return !next || next.sentence !== tokens[at]?.sentence || isStopWord(next.word);
}

/** A whole number within reason that is no year. */
function isCount({ least, most, isMoney }: Quantity): boolean {
  const isWhole = Number.isInteger(least) && Number.isInteger(most) && least > 0 && most <= largestCount;
  return !isMoney && isWhole && [least, most].every((value) => value < years.first || value > years.last);
}

/** Whether a number may count what is wanted, by the words around it. */
function isAsked(tokens: readonly Token[], clause: Clause | undefined, { from, end }: Quantity): boolean {
  if (!clause || holds(clause, eachWords) || holds(clause, removalWords)) return false;
  if (holds(clause, thereWords) && !holds(clause, wishWords)) return false;
  const [before = '', earlier = ''] = wordsBefore(tokens, from, 2);
  if (noCounts.has(before) && !(before === 'dan' && earlier === 'meer')) return false;
  if (before === 'voor' && !isMeans(earlier) && !participantWords.has(tokens[end]?.word ?? '')) return false;
  if (before === 'van' && !makingWords.has(earlier)) return false;
  if (before === 'de' && !/^(?:tussen|rond)$/.test(earlier)) return false;
  return !(tokens[from - 1]?.isCapital && streetNames.test(before));
}

/** "geld voor drie bankjes", "drukkosten voor 500 boeken". */
function isMeans(word: string): boolean {
  return meansWords.has(word) || word.endsWith('kosten');
}

/** The words before a place in its clause, nearest first. */
function wordsBefore(tokens: readonly Token[], from: number, many: number): readonly string[] {
  const words: string[] = [];
  for (let at = from - 1; at >= from - many && tokens[at]?.sentence === tokens[from]?.sentence; at--) {
    words.push(tokens[at]?.word ?? '');
  }
  return words;
}
