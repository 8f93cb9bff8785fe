/** What a code is written with: digits and capitals without those that are taken for another. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Random characters of a code; one to check them follows. */
export const codeBody = 9;

/**
 * The character that makes a slip of the pen show: the sum of places times characters, modulo 31. As 31 is prime, one
 * wrong character and two neighbours that changed places always give another one.
 */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, at) => total + (at + 1) * codeAlphabet.indexOf(character), 0);
  return codeAlphabet[sum % codeAlphabet.length] ?? '';
}

/** A code of chosen characters, each a number below the length of the alphabet. */
export function makeCode(chosen: readonly number[]): string {
  const body = chosen.map((number) => codeAlphabet[number] ?? '').join('');
  return body + checkCharacter(body);
}

/** The code somebody typed, however they grouped it; null when it cannot be one: a slip of the pen. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s.-]/g, '');
  const isWhole = code.length === codeBody + 1 && [...code].every((character) => codeAlphabet.includes(character));
  return isWhole && checkCharacter(code.slice(0, codeBody)) === code.at(-1) ? code : null;
}

/** A code as it is printed: two groups of five. */
export const printedCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

const fourDigits = /^\s*([1-9]\d{3})\s*(?:[a-z]{2})?\s*$/i;

/** Whether what was typed is a postcode of a village, letters aside; any postcode, where those are not known. */
export function isPostcodeOf(postcodes: readonly string[], typed: string): boolean {
  const digits = fourDigits.exec(typed)?.[1];
  return digits !== undefined && (postcodes.length === 0 || postcodes.includes(digits));
}
