import { multipliers, tens, units } from './data/number-words';
import { wordsOf } from './tokens';
import type { Token } from './tokens';

/** Numbers as they stand in a text: one, or from one to another. */
export interface Quantity {
  readonly least: number;
  readonly most: number;
  /** The first token of it, and the one after its last. */
  readonly from: number;
  readonly end: number;
  readonly isMoney: boolean;
}

const belowHundred = numbersBelowHundred();

/** What a Dutch number word in lower case without accents says: "vijfentwintig" → 25; null when it is none. */
export function numberOf(word: string): number | null {
  if (word === 'dozijn') return 12;
  if (word.endsWith('tal')) return belowHundred.get(word.slice(0, -3)) ?? null;
  const at = word.indexOf('duizend');
  if (at < 0) return belowTenThousand(word);
  const many = at === 0 ? 1 : belowTenThousand(word.slice(0, at));
  const more = restOf(word.slice(at + 'duizend'.length), belowTenThousand);
  return many === null || more === null ? null : many * 1_000 + more;
}

/** Also "vijftienhonderd". */
function belowTenThousand(word: string): number | null {
  const at = word.indexOf('honderd');
  if (at < 0) return belowHundred.get(word) ?? null;
  const many = at === 0 ? 1 : (belowHundred.get(word.slice(0, at)) ?? null);
  const more = restOf(word.slice(at + 'honderd'.length), (rest) => belowHundred.get(rest) ?? null);
  return many === null || more === null ? null : many * 100 + more;
}

function restOf(word: string, read: (word: string) => number | null): number | null {
  return word === '' ? 0 : (read(word) ?? (word.startsWith('en') ? read(word.slice(2)) : null));
}

function numbersBelowHundred(): ReadonlyMap<string, number> {
  const numbers = new Map(wordsOf(units).map((word, at) => [word, at + 1]));
  const ones = [...numbers].slice(0, 9);
  wordsOf(tens).forEach((word, at) => {
    const ten = (at + 2) * 10;
    numbers.set(word, ten);
    for (const [one, value] of ones) numbers.set(`${one}en${word}`, ten + value);
  });
  return numbers;
}

/**
 * Writes the numbers of a text so that each is one word to the reader, and takes out what is a number in form only:
 * times, dates, phone numbers, postcodes, percentages, names of roads. A comma ends a sentence afterwards.
 */
export function withPlainNumbers(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){1,3}(?![\d]|\.\d)/g, (number) => number.replaceAll('.', ''))
    .replace(/(?<=\d)(?:,-{1,2}|,=|,00)(?![\d\p{L}])/gu, '')
    .replace(
      /(?:€|\b(?:EUR|eur|euro)\b)[ ]?(\d{1,9})(?:[.,](\d{1,2}))?(?!\d)(?:[ ]?(mille|ton|miljoen|mln|k)\b)?/gu,
      euros,
    )
    .replace(/(?<![\d.,])(\d{1,9}),(\d{1,9})(?![\d,])/g, '$1komma$2')
    .replace(/(?<!\d)\d{1,2}[.:]\d{2}(?![\d])/g, ' ')
    .replace(/(?<!\d)\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?!\d)/g, ' ')
    .replace(/(?<![\d\p{L}])(?:\+\d{2}[ ]?\d|0\d)[\d -]{5,12}\d/gu, ' ')
    .replace(/(?<![\d\p{L}])\d{4}[ ]?\p{Lu}{2}(?![\d\p{L}])/gu, ' ')
    .replace(/(?<=\d)[ ]?(?:%|°|‰|\+|½|-(?=\p{L}))/gu, 'deel')
    .replace(/(?<=\p{L})-(?=\d)|(?<=(?<!\p{L})\p{Lu}) (?=\d)/gu, '')
    .replace(/(?<=\d|\beuro)[ ]?\//g, ' per ')
    .replace(/(?<=\d)[ ]?[-–—][ ]?(?=\d)/g, ' tot ')
    .replace(/\b(ca|st|min|max|nr|incl|excl|evt|ong|tel)\.(?=\s)/gi, '$1')
    .replace(/[,(),–—"](?=\s|$)|(?<=^|\s)[-(]/g, '. ');
}

function euros(_: string, whole: string, part: string | undefined, times: string | undefined): string {
  const number = part === undefined || Number(part) === 0 ? whole : `${whole}komma${part}`;
  return ` ${number}${times ? ` ${times}` : ''} euro`;
}

const joiners = new Set(['tot', 'a', 'of', 'en']);

/** The numbers in tokens of a text written by `withPlainNumbers`, in their order. */
export function quantitiesIn(tokens: readonly Token[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const quantity = quantityAt(tokens, at);
    if (quantity) found.push(quantity);
    at = quantity ? quantity.end : at + 1;
  }
  return found;
}

function quantityAt(tokens: readonly Token[], from: number): Quantity | null {
  const first = numberAt(tokens, from);
  if (!first) return null;
  const second = rangeEnd(tokens, from, first);
  const { end } = second ?? first;
  const isMoney = /^(?:euro|euros|eur)$/.test(tokens[end]?.word ?? '') && isTogether(tokens, end);
  return { least: first.value, most: (second ?? first).value, from, end: isMoney ? end + 1 : end, isMoney };
}

interface ReadNumber {
  readonly value: number;
  readonly end: number;
}

/** "vier tot zes", "8 a 10", "2 of 3", "tussen de 10 en 15", "vijf, zes". */
function rangeEnd(tokens: readonly Token[], from: number, first: ReadNumber): ReadNumber | null {
  const joiner = tokens[first.end];
  const second = joiner && joiners.has(joiner.word) ? numberAt(tokens, first.end + 1) : numberAt(tokens, first.end);
  if (!joiner || !second || second.value <= first.value) return null;
  if (!joiners.has(joiner.word)) return second.value === first.value + 1 ? second : null;
  const isBetween = tokens[from - 1]?.word === 'tussen' || tokens[from - 2]?.word === 'tussen';
  return joiner.word !== 'en' || isBetween ? second : null;
}

function numberAt(tokens: readonly Token[], at: number): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const value = valueOf(token) ?? oneAt(tokens, at);
  if (value === null) return null;
  const next = tokens[at + 1];
  const times = next && isTogether(tokens, at + 1) ? (multipliers[next.word] ?? null) : null;
  return times === null ? { value, end: at + 1 } : { value: value * times, end: at + 2 };
}

function valueOf({ word, surface }: Token): number | null {
  // "een" is a number only with its accents.
  if (word === 'een') return surface === 'een' || surface === 'Een' || surface === 'EEN' ? null : 1;
  if (/^anderhalve?$/.test(word)) return 1.5;
  const [, whole, part] = /^(\d{1,9})(?:komma(\d{1,9}))?$/.exec(word) ?? [];
  if (whole === undefined) return numberOf(word);
  return whole.length > 1 && whole.startsWith('0') ? null : Number(`${whole}.${part ?? 0}`);
}

/** "een ton", "een miljoen". */
function oneAt(tokens: readonly Token[], at: number): number | null {
  return tokens[at]?.word === 'een' && /^(?:ton|miljoen)$/.test(tokens[at + 1]?.word ?? '') ? 1 : null;
}

/** Whether a token stands in the same clause as the one before it. */
function isTogether(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.sentence === tokens[at - 1]?.sentence;
}
