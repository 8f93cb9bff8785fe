import { clausesOf, holds } from './clauses';
import type { Clause } from './clauses';
import { budgetWords, otherMoney, priceWords } from './data/number-words';
import type { Quantity } from './quantities';
import { wordsOf } from './tokens';
import type { Token } from './tokens';
import { isStopWord } from './vocabulary';

/** What a wish of a village may cost, in euros: below it is a fee, above it another story. */
export const priceLimits = { least: 50, most: 10_000_000 } as const;

const priceWordSet = new Set(wordsOf(priceWords));
const budgetWordSet = new Set(wordsOf(budgetWords));
const otherMoneySet = new Set(wordsOf(otherMoney));
/** "Samen ongeveer € 600". */
const wordsBefore = 2;
const largeNumbers = new Set(['ton', 'mille', 'miljoen', 'mln']);
const roughly = new Set(wordsOf('ongeveer circa ca ruim bijna krap rond'));
const guesses = new Set(wordsOf('paar enkele vele aantal honderden'));
const largestTon = 3_000_000;

/**
 * The price or budget of a wish in cents; null when the text names none, or more than one. `needsBudget` asks for a word
 * that can only be about the wish itself: where it is about houses, what costs three tons is a house.
 */
export function priceIn(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  needsBudget: boolean,
): number | null {
  const clauses = clausesOf(tokens);
  const wanted = needsBudget ? budgetWordSet : priceWordSet;
  const prices = quantities.flatMap((quantity) => {
    const clause = clauses[quantity.from];
    if (!clause || quantity.least !== quantity.most || !isEuros(tokens, clause, quantity)) return [];
    if (quantity.least < priceLimits.least || quantity.least > priceLimits.most) return [];
    const before = clauses[clause.from - 1];
    const isAlone = standsAlone(tokens, clause, quantity);
    if (holds(clause, otherMoneySet) || (isAlone && holds(before, otherMoneySet))) return [];
    if (guesses.has(tokens[quantity.from - 1]?.word ?? '')) return [];
    // "7,5 ton" alone is a weight.
    const isPlain = isAlone && quantity.isMoney && !needsBudget;
    const isNamed =
      holds(clause, wanted) || (isAlone && holds(before, wanted)) || isPlain || isNamedNear(tokens, quantity);
    return isNamed ? [Math.round(quantity.least * 100)] : [];
  });
  return new Set(prices).size === 1 ? (prices[0] ?? null) : null;
}

/** Also without the word euro: "kost twee ton", "offerte 6 mille", "kosten 2,5 miljoen". */
function isEuros(tokens: readonly Token[], clause: Clause, { isMoney, least, end }: Quantity): boolean {
  if (isMoney) return true;
  const word = tokens[end - 1]?.word ?? '';
  if (!largeNumbers.has(word) || (word === 'ton' && least > largestTon)) return false;
  const next = tokens[end]?.word ?? '';
  return end === clause.end || isStopWord(next) || next.endsWith('geld');
}

/** "een ton provinciegeld", "plan van ruim twee miljoen". */
function isNamedNear(tokens: readonly Token[], { from, end }: Quantity): boolean {
  if (tokens[end]?.word.endsWith('geld')) return true;
  const at = [from - 2, from - 3].find((each) => /^(?:plan|project)$/.test(tokens[each]?.word ?? ''));
  return at !== undefined && tokens[at + 1]?.word === 'van' && tokens[at]?.sentence === tokens[from]?.sentence;
}

/** "Hout en schroeven: 600 euro." and "prefab beton, € 14.500." */
function standsAlone(tokens: readonly Token[], clause: Clause, { from, end }: Quantity): boolean {
  if (end !== clause.end || from > clause.from + wordsBefore) return false;
  return tokens.slice(clause.from, from).every(({ word }) => isStopWord(word) || roughly.has(word));
}
