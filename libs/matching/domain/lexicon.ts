import { associationsOf } from './associations';
import type { Association, ConceptPage } from './associations';
import { compoundParts, halvesOf } from './compounds';
import { isDutchWord } from './dutch-words';
import { isWithinTypo } from './spelling';
import { stem } from './stem';
import type { Token } from './tokens';
import { tokenize } from './tokens';
import type { Concept } from './types';
import { isStopWord, isWeak } from './vocabulary';

/** A concept found in a text: which tokens carry it, and how surely. */
export interface Mention {
  readonly concept: Concept;
  readonly at: readonly number[];
  readonly certainty: number;
}

/** The concepts one municipality knows, ready to be found in texts. */
export interface Lexicon {
  /** Every concept at its number. */
  readonly concepts: readonly Concept[];
  find(id: string): Concept | null;
  /** The number of a concept, or -1. */
  numberOf(id: string): number;
  /** How much two concepts serve the same wish, by number: 1 for one and the same, 0 for strangers. */
  kinship(a: number, b: number): number;
  /** The concepts akin to one, by number, with how much they are. */
  kinOf(concept: number): ReadonlyMap<number, number>;
  /** All concepts a text mentions. Street and village names are left out by `isName`. */
  mentionsIn(tokens: readonly Token[], isName: (at: number) => boolean): readonly Mention[];
  /** The concepts whose terms hold a word, with how much it says about each: a word of one concept only says most. */
  associations(wordStem: string): readonly Association[];
  /** True for a word the lists know, whole or in parts: it is no name and no typo. */
  isKnownWord(token: Token): boolean;
}

interface Phrase {
  readonly concept: Concept;
  readonly stems: readonly string[];
  /** Holds a function word ("te hard"): its words must follow one another. */
  readonly isOrdered: boolean;
}

const wordsBetween = 3;
const shortestMisspelled = 6;
const certainties = { typo: 0.8, head: 0.9, weakHead: 0.85, modifier: 0.45, ambiguousAlone: 0.3 } as const;
/** How much concepts serve the same wish that are near each other, or of the same field. */
export const kinships = { near: 0.6, related: 0.25 } as const;

/** Reads the lists once; afterwards every text is read against them. */
export function createLexicon(concepts: readonly Concept[]): Lexicon {
  const numbers = new Map(concepts.map(({ id }, number) => [id, number]));
  const numberOf = (id: string): number => numbers.get(id) ?? -1;
  const single = new Map<string, Concept[]>();
  const phrases = new Map<string, Phrase[]>();
  const ambiguous = new Map<Concept, ReadonlySet<string>>();
  /** "kip" may be ambiguous where "kippen" is not. */
  const plainTerms = new Map<Concept, ReadonlySet<string>>();
  const vetoes = new Map<Concept, readonly (readonly string[])[]>();
  /** By first letter and length: a slip keeps the one and hardly changes the other. */
  const spellings = new Map<string, Map<string, string>>();
  const kin = concepts.map(() => new Map<number, number>());
  const slips = new Map<string, readonly Concept[]>();

  const pages: ConceptPage[] = [];
  concepts.forEach((concept, number) => {
    const unsure = new Set(concept.ambiguous);
    const unsureStems = new Set<string>();
    const plainWords = new Set<string>();
    const page = tokenize(concept.label);
    for (const term of concept.terms) {
      const tokens = tokenize(term);
      page.push(...tokens);
      const stems = stemsIn(tokens);
      learn(concept, tokens, stems);
      if (unsure.has(term)) unsureStems.add(stems.join(' '));
      else plainWords.add(tokens.map(({ word }) => word).join(' '));
    }
    pages.push({ terms: page, context: concept.context });
    ambiguous.set(concept, unsureStems);
    plainTerms.set(concept, plainWords);
    vetoes.set(
      concept,
      concept.unless.map(stemsOf).filter((stems) => stems.length > 0),
    );
    for (const id of concept.related) relate(number, numberOf(id), kinships.related);
    for (const id of concept.near) relate(number, numberOf(id), kinships.near);
  });
  const kinship = kinshipsOf(kin);
  const associations = associationsOf(pages);

  function learn(concept: Concept, tokens: readonly Token[], stems: readonly string[]): void {
    const [first, ...others] = stems;
    if (first === undefined) return;
    if (others.length > 0) {
      const isOrdered = tokens.filter(({ word }) => !isStopWord(word)).length < stems.length;
      listOf(phrases, first).push({ concept, stems, isOrdered });
      return;
    }
    const known = listOf(single, first);
    if (!known.includes(concept)) known.push(concept);
    const word = tokens.map((token) => token.word).join('');
    if (word.length < shortestMisspelled) return;
    const bucket = `${word.charAt(0)}${word.length}`;
    spellings.set(bucket, (spellings.get(bucket) ?? new Map<string, string>()).set(word, first));
  }

  function relate(a: number, b: number, much: number): void {
    if (b < 0) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      kin[from]?.set(to, Math.max(kin[from].get(to) ?? 0, much));
    }
  }

  function mentionsIn(tokens: readonly Token[], isName: (at: number) => boolean): Mention[] {
    const mentions: Mention[] = [];
    const unsure: Mention[] = [];
    const add = (concept: Concept, at: readonly number[], certainty: number, term: string, word = term): void => {
      const isUnsure = ambiguous.get(concept)?.has(term) && !plainTerms.get(concept)?.has(word);
      (isUnsure ? unsure : mentions).push({ concept, at, certainty });
    };
    tokens.forEach((token, at) => {
      if (isName(at)) return;
      for (const phrase of phrases.get(token.stem) ?? []) {
        const places = placesOf(phrase, tokens, at, isName);
        if (places) add(phrase.concept, places, 1, phrase.stems.join(' '));
      }
      if (isStopWord(token.word)) return;
      const whole = single.get(token.stem);
      for (const concept of whole ?? []) add(concept, [at], 1, token.stem, token.word);
      if (!whole) for (const { found, certainty, term } of derived(token)) add(found, [at], certainty, term);
    });
    const found = new Set(mentions.map(({ concept }) => concept));
    for (const mention of unsure) {
      const isBorneOut =
        found.has(mention.concept) ||
        [...found].some((other) => kinship(numberOf(other.id), numberOf(mention.concept.id)) > 0);
      mentions.push(isBorneOut ? mention : { ...mention, certainty: certainties.ambiguousAlone });
    }
    const vetoed = new Set(
      [...new Set(mentions.map(({ concept }) => concept))].filter((each) => isVetoed(each, tokens)),
    );
    return mentions.filter(({ concept }) => !vetoed.has(concept));
  }

  interface Derived {
    readonly found: Concept;
    readonly certainty: number;
    readonly term: string;
  }

  /** What a compound or a misspelled word means: its head, else what stands before a head that says little. */
  function derived(token: Token): Derived[] {
    const halves = halvesOf(token.word);
    for (const [, head] of halves) {
      if (isStopWord(head)) continue;
      const term = stem(head);
      const found = single.get(term);
      if (found) return found.map((concept) => ({ found: concept, certainty: certainties.head, term }));
    }
    for (const [modifier, head] of [...halves].reverse()) {
      const bare = [modifier, modifier.replace(/(?:s|en|e)$/, '')].filter((each) => !isStopWord(each));
      const term = bare.map(stem).find((each) => single.has(each));
      if (term === undefined) continue;
      const certainty = isWeak(stem(head)) ? certainties.weakHead : certainties.modifier;
      return (single.get(term) ?? []).map((concept) => ({ found: concept, certainty, term }));
    }
    if (isKnownWord(token)) return [];
    return meantBySlip(token.word).map((concept) => ({ found: concept, certainty: certainties.typo, term: '' }));
  }

  function meantBySlip(word: string): readonly Concept[] {
    const known = slips.get(word);
    if (known) return known;
    const isReadable = word.length >= shortestMisspelled && !/\p{N}/u.test(word);
    const meant = isReadable ? (single.get(meantStem(word) ?? '') ?? []) : [];
    if (slips.size < rememberedSlips) slips.set(word, meant);
    return meant;
  }

  function meantStem(word: string): string | undefined {
    for (const longer of lengthsOfSlips) {
      for (const [other, otherStem] of spellings.get(`${word.charAt(0)}${word.length + longer}`) ?? []) {
        if (isWithinTypo(word, other)) return otherStem;
      }
    }
    return undefined;
  }

  function isKnownWord(token: Token): boolean {
    return (
      single.has(token.stem) ||
      isWeak(token.stem) ||
      isStopWord(token.word) ||
      isDutchWord(token.word) ||
      compoundParts(token.word).length > 0
    );
  }

  function isVetoed(concept: Concept, tokens: readonly Token[]): boolean {
    return (vetoes.get(concept) ?? []).some((stems) => {
      const [first = '', ...others] = stems;
      return tokens.some(
        (token, at) => token.stem === first && others.every((other, step) => tokens[at + step + 1]?.stem === other),
      );
    });
  }

  return {
    concepts,
    find: (id) => concepts[numberOf(id)] ?? null,
    numberOf,
    kinship,
    kinOf: (concept) => kin[concept] ?? none,
    mentionsIn,
    associations,
    isKnownWord,
  };
}

const rememberedSlips = 50_000;
const lengthsOfSlips = [0, 1, -1, 2, -2, 3, -3];
const none: ReadonlyMap<number, number> = new Map();

/** As a table: it is asked some hundred times for every pair of texts. */
function kinshipsOf(kin: readonly ReadonlyMap<number, number>[]): Lexicon['kinship'] {
  const size = kin.length;
  const table = new Float32Array(size * size);
  kin.forEach((others, one) => {
    table[one * size + one] = 1;
    for (const [other, much] of others) table[one * size + other] = much;
  });
  return (a, b) => table[a * size + b] ?? 0;
}

/** The stems by which a term is found. A term of function words and one word keeps them all: "te hard". */
export function stemsOf(term: string): string[] {
  return stemsIn(tokenize(term));
}

function stemsIn(tokens: readonly Token[]): string[] {
  const content = tokens.filter((token) => !isStopWord(token.word));
  return (tokens.length > 1 && content.length < 2 ? tokens : content.length > 0 ? content : tokens).map(
    ({ stem: each }) => each,
  );
}

function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function placesOf(
  { stems, isOrdered }: Phrase,
  tokens: readonly Token[],
  anchor: number,
  isName: (at: number) => boolean,
): number[] | null {
  const reach = stems.length - 1 + (isOrdered ? 0 : wordsBetween);
  const sentence = tokens[anchor]?.sentence;
  const places = [anchor];
  for (const wanted of stems.slice(1)) {
    let found = -1;
    for (let distance = 1; distance <= reach && found < 0; distance++) {
      for (const at of isOrdered ? [(places.at(-1) ?? anchor) + 1] : [anchor + distance, anchor - distance]) {
        const token = tokens[at];
        if (token?.stem === wanted && token.sentence === sentence && !places.includes(at) && !isName(at)) found = at;
      }
    }
    if (found < 0) return null;
    places.push(found);
  }
  return places;
}
