import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Makes two tables from a Dutch word list (one word a line), as Debian's package `wdutch` installs it:
 * - the parts of compounds: for each word how many longer words begin with it (its modifier family) and end with it;
 * - a filter (Bloom, 1970) that knows every word of the list, and one in a hundred others: what it does not know is no
 *   Dutch word, so a name or a typing error.
 *
 *   node tools/matching/dutch-words.mjs /usr/share/dict/dutch
 */
const folder = resolve(import.meta.dirname, '../../libs/matching/domain/data');
const shortest = 3;
/** Small families are chance: "kan" + "toor". */
const leastFamily = 2;
const kept = 45_000;
/** Beginnings and ends that make a new word of one, and no compound of two. */
const prefixes = new Set(
  'aan ach achter af bij ban bet bes dis don een ent erg err ern ers ges her hen hoe ihr ina ins inter mis net nee non off ons ont oer oer out ove per pre pro rea sub ten ter tra tri uit ult ver vol voor wan weg over onder door mede toe tegen mee'.split(
    ' ',
  ),
);
const suffixes = new Set(
  'aal aar aard ade age air air ant are ast ate ats bar baar dom een eel els end ent ere eren eer erd erij erik erin ers ert ester eur euze gen gene gens haf heid heden ica iek ier ies iet ing inge inger ingen isch ische isme ist iste itis ium jes kje kund kunde lei len lijk lijke ling loos loze ment nis oir onde oos ote pje rij sel sen sem ser sies sing ste ster ten ter tie ties tig tje ton tor tum ure ven wer zaam zame zelf ren oor den deren keren aars hen men nen ken len schap schappen houd ner ners nen tal ling ingen'.split(
    ' ',
  ),
);
const linking = ['', 's', 'en', 'e', 'n', 'ne'];

const words = new Set(
  readFileSync(process.argv[2] ?? '/usr/share/dict/dutch', 'utf8')
    .split('\n')
    .map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
    .filter((word) => word.length >= shortest && /^[a-z]+$/.test(word)),
);
const modifiers = new Map();
const heads = new Map();
const count = (families, word) => families.set(word, (families.get(word) ?? 0) + 1);

for (const word of words) {
  for (let at = shortest; at <= word.length - shortest; at++) {
    const head = word.slice(at);
    if (suffixes.has(head) || !words.has(head)) continue;
    const before = word.slice(0, at);
    const modifier = linking
      .map((link) => (before.endsWith(link) ? before.slice(0, before.length - link.length) : ''))
      .find((bare) => bare.length >= shortest && !prefixes.has(bare) && words.has(bare));
    if (modifier === undefined) continue;
    count(modifiers, modifier);
    count(heads, head);
  }
}

const rows = [...new Set([...modifiers.keys(), ...heads.keys()])]
  .map((word) => [word, modifiers.get(word) ?? 0, heads.get(word) ?? 0])
  .filter(([, modifier, head]) => Math.max(modifier, head) >= leastFamily)
  .sort((a, b) => b[1] + b[2] - a[1] - a[2] || (a[0] < b[0] ? -1 : 1))
  .slice(0, kept)
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
writeFileSync(`${folder}/constituents.json`, `${JSON.stringify(rows.map((row) => row.join(' ')))}\n`);
console.log(`${rows.length} parts of compounds from ${words.size} words`);

const bitsPerWord = 10;
const hashes = 7;
const bits = Math.ceil((words.size * bitsPerWord) / 8) * 8;
const filter = new Uint8Array(bits / 8);
for (const word of words) {
  let first = 2166136261;
  let second = 5381;
  for (let at = 0; at < word.length; at++) {
    first = Math.imul(first ^ word.charCodeAt(at), 16777619) >>> 0;
    second = (Math.imul(second, 33) + word.charCodeAt(at)) >>> 0;
  }
  for (let turn = 0; turn < hashes; turn++) {
    const bit = (first + turn * (second | 1)) % bits;
    filter[bit >> 3] |= 1 << (bit & 7);
  }
}
const table = { hashes, bits, filter: Buffer.from(filter).toString('base64') };
writeFileSync(`${folder}/word-filter.json`, `${JSON.stringify(table)}\n`);
console.log(`a filter of ${bits / 8} bytes`);
