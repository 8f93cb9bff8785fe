import { remember } from './remember';

const notDiminutive = new Set('ommetje meisje beetje oranje franje toetje sprookje krijtje'.split(' '));
/** Irregular forms of words that villages use much; what spelling rules cannot join. */
const irregular = new Map(
  Object.entries({
    kinderen: 'kind',
    kinders: 'kind',
    eieren: 'ei',
    steden: 'stad',
    schepen: 'schip',
    wegen: 'weg',
    paden: 'pad',
    daken: 'dak',
    dagen: 'dag',
    gaten: 'gat',
    baden: 'bad',
    bladeren: 'blad',
    glazen: 'glas',
    graven: 'graf',
    havens: 'haven',
    vaten: 'vat',
    wegje: 'weg',
    weggetje: 'weg',
    paadje: 'pad',
    gaatje: 'gat',
    blaadje: 'blad',
    glaasje: 'glas',
    spelen: 'speel',
    spellen: 'spel',
    spelletje: 'spel',
    leden: 'lid',
    goederen: 'goed',
    liederen: 'lied',
    volkeren: 'volk',
    koeien: 'koe',
    vlooien: 'vlo',
    musea: 'museum',
    centra: 'centrum',
    heren: 'heer',
    aardappels: 'aardappel',
  }),
);

/** Turns a small thing into the thing: "bankje" → "bank", "boompjes" → "boom". */
export function withoutDiminutive(word: string): string {
  const singular = word.endsWith('jes') ? word.slice(0, -1) : word;
  if (singular.length < 5 || !singular.endsWith('je') || notDiminutive.has(singular)) return word;
  const base = singular.slice(0, -2);
  if (/([bdglmnprt])\1et$/.test(base)) return base.slice(0, -3);
  if (/inget$/.test(base) || /[aeiou][mnlrw]et$/.test(base)) return base.slice(0, -2);
  if (/mp$/.test(base)) return base.slice(0, -1);
  if (/ink$/.test(base) && base.length > 5) return `${base.slice(0, -1)}g`;
  if (/(?:[aeiou]{2}|ij|oe|[aeiou]r|[aeou]i|[nlrw])t$/.test(base) && !/(?:cht|aart|oot|aat|eet|oort)$/.test(base))
    return base.slice(0, -1);
  return base;
}

/**
 * The base of a lower-case Dutch word: plural, diminutive and inflection fall away by the rules of spelling, so that
 * "bomen" and "boom" meet but "bom" stays apart. Snowball's Dutch stemmer shortens vowels ("sloot" becomes "slot") and
 * joins words that have nothing to do with each other.
 */
export const stem = remember((word) => {
  const known = irregular.get(word);
  if (known) return known;
  const base = withoutDiminutive(word);
  return derivation(irregular.get(base) ?? inflection(base));
});

/** Endings after which an s makes the plural: "drempels", "wandelaars", "routes" come apart, "huis" does not. */
const takesS =
  /(?:el|er|em|en|aar|aard|arn|oor|[st]or|ier|eur|ie|ee|foon|ion|kon|zon|rron|llon|upon|oir|ing|club|film|honk|rack|shop)s$/;
const keepsS = /(?:eens|anders)$/;
/** "auto's" and "foto's", written as one word, beside "gratis" and "cursus". */
const vowelS = /(?:[^aeiou][ao]|[uy])s$/;
/** Verbs with a t behind them ("speelt", "zwemt"), beside nouns that end in one ("kunst", "markt"). */
const takesT = /(?:dt|[bfgkpl]t|[aeiou]{2}[dnrlmgpkf]t|elt|ert|igt|[^aeiou]st|emt|omt|amt)$/;
const keepsT =
  /(?:[nrk]st|herfst|[uo]mst|[kr]aft|cht|schrift|lift|gift|stift|drift|bult|schilt|oort|kaart|paart|taart|haart|baart|vaart|staart|aart|start|poort|sport|hart|zwart|buurt|overt|concert|expert|talent|[^a]akt|elft|[mp]arkt|erkt|specht|recept|concept|project|object|traject|effect|contact|impact|pact|product|district|heft|punt|ent|ant|ont|int|unt|volt|asfalt|cult|ault|zelt)$/;

function inflection(word: string): string {
  const { length } = word;
  if (length < 4) return word;
  if (length > 5 && takesS.test(word) && !keepsS.test(word)) return inflection(word.slice(0, -1));
  if (length > 4 && vowelS.test(word) && !word.endsWith('us')) return word.slice(0, -1);
  if (length > 5 && /[^ij]es$/.test(word)) return inflection(word.slice(0, -1));
  if (word.endsWith('heden')) return `${word.slice(0, -5)}heid`;
  if (word.endsWith('ieen')) return word.slice(0, -2);
  if (length > 5 && word.endsWith('ien')) return word.slice(0, -1);
  if (length > 4 && word.endsWith('en')) return closed(word.slice(0, -2), word);
  if (/[^aeiou]e$/.test(word)) return closed(word.slice(0, -1), word);
  if (length > 4 && takesT.test(word) && !keepsT.test(word)) return word.slice(0, -1);
  return word;
}

/** The spelling of an open syllable closed again: "bom-en" → "boom", "bomm-en" → "bom", "huiz-en" → "huis". */
function closed(text: string, word: string): string {
  let base = text;
  if (/([bcdfgklmnprstz])\1$/.test(base)) base = base.slice(0, -1);
  else if (/(?:^|[^aeiou])[aeou][bcdfgklmnprstvz]$/.test(base) && !isToneless(base)) {
    base = `${base.slice(0, -1)}${base.charAt(base.length - 2)}${base.slice(-1)}`;
  }
  if (base.length < 3) return word;
  return base.replace(/z$/, 's').replace(/v$/, 'f');
}

/** Whether the last syllable is said without weight: "wandel-en", "reken-en", "open-e". */
function isToneless(base: string): boolean {
  return /[aeiouy].*[^aeiou]e[lnmr]$/.test(base) && !/eer$/.test(base);
}

/** "verlichting" and "verlicht", "veiligheid" and "veilig", "parkeer" and "parker" (of "parkeren") are one. */
function derivation(word: string): string {
  if (word.length > 7 && word.endsWith('heid')) return derivation(word.slice(0, -4));
  if (word.length > 6 && word.endsWith('ing') && /[aeiouy].*ing$/.test(word)) {
    const verb = closed(word.slice(0, -3), word);
    return verb.length > 3 ? derivation(verb) : word;
  }
  if (word.length > 5 && word.endsWith('eer')) return `${word.slice(0, -3)}er`;
  return word;
}
