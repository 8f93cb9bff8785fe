import table from './data/word-filter.json' with { type: 'json' };

const filter = Uint8Array.from(atob(table.filter), (character) => character.charCodeAt(0));

/**
 * Whether a word in lower case without accents stands in the Dutch word list (OpenTaal); one in a hundred others passes
 * too. What does not is a name, a typing error, or no Dutch.
 */
export function isDutchWord(word: string): boolean {
  let first = 2166136261;
  let second = 5381;
  for (let at = 0; at < word.length; at++) {
    first = Math.imul(first ^ word.charCodeAt(at), 16777619) >>> 0;
    second = (Math.imul(second, 33) + word.charCodeAt(at)) >>> 0;
  }
  for (let turn = 0; turn < table.hashes; turn++) {
    const bit = (first + turn * (second | 1)) % table.bits;
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
