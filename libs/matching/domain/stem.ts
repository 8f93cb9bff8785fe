import snowball from 'snowball-stemmers';
import { remember } from './remember';

const dutch = snowball.newStemmer('dutch');
const notDiminutive = new Set([
  'ommetje',
  'meisje',
  'beetje',
  'oranje',
  'franje',
  'campagne',
  'koetje',
  'toetje',
  'ranje',
]);

/** Turns a small thing into the thing: "bankje" → "bank", "boompjes" → "boom". */
export function withoutDiminutive(word: string): string {
  const singular = word.endsWith('jes') ? word.slice(0, -1) : word;
  if (singular.length < 5 || !singular.endsWith('je') || notDiminutive.has(singular)) return word;
  const base = singular.slice(0, -2);
  if (/([bdglmnprt])\1et$/.test(base)) return base.slice(0, -3);
  if (/(?:ing|ling)et$/.test(base) || /[aeiou][mnlrw]et$/.test(base)) return base.slice(0, -2);
  if (/mp$/.test(base)) return base.slice(0, -1);
  if (/(?:[aeiou]{2}|ij|oe|[aeiou]r|[aeou]i|[nlrw])t$/.test(base) && !/(?:cht|aart|oot|aat|eet|oort)$/.test(base))
    return base.slice(0, -1);
  return base;
}

/** The stem of a lower-case Dutch word. Plural, diminutive and inflection fall away. */
export const stem = remember((word) => {
  let result = withoutDiminutive(word);
  if (result.length > 5 && result.endsWith('es') && !result.endsWith('ies')) result = result.slice(0, -1);
  // The stemmer is not idempotent ("fietsen" → "fiets" → "fiet"); twice brings singular and plural together.
  result = dutch.stem(dutch.stem(result));
  if (result.length > 3 && result.endsWith('dt')) result = result.slice(0, -1);
  if (result.length > 2) result = result.replace(/z$/, 's').replace(/v$/, 'f');
  return result;
});
