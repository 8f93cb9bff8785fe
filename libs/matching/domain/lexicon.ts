import { livingConcepts } from './data/concepts-living';
import { publicSpaceConcepts } from './data/concepts-public-space';
import { togetherConcepts } from './data/concepts-together';
import { trafficConcepts } from './data/concepts-traffic';
import { remember } from './remember';
import { isWithinTypo } from './spelling';
import { stem } from './stem';
import type { Token } from './tokens';
import { plain, tokenize } from './tokens';
import type { Concept } from './types';
import { compoundParts, isConstituent, isStopWord, isWeak } from './vocabulary';

/** A concept found in a text: which tokens carry it, and how surely. */
export interface Mention {
  readonly concept: Concept;
  readonly at: readonly number[];
  readonly certainty: number;
}

interface Phrase {
  readonly concept: Concept;
  readonly stems: readonly string[];
  /** Holds a function word ("te hard"): its words must follow one another. */
  readonly isOrdered: boolean;
}

const concepts: readonly Concept[] = [
  ...trafficConcepts,
  ...publicSpaceConcepts,
  ...livingConcepts,
  ...togetherConcepts,
];
const byId = new Map(concepts.map((concept) => [concept.id, concept]));
const single = new Map<string, Concept[]>();
const phrases = new Map<string, Phrase[]>();
const vetoes = new Map<Concept, readonly (readonly string[])[]>();
const spellings = new Map<string, { word: string; stem: string }[]>();
const wordsBetween = 3;
const shortestMisspelled = 6;
const typoCertainty = 0.85;
const meantBySlip = remember((word) => {
  if (word.length < shortestMisspelled || /\p{N}/u.test(word)) return [];
  const alike = (spellings.get(word.charAt(0)) ?? []).find((known) => isWithinTypo(word, known.word));
  return alike ? (single.get(alike.stem) ?? []) : [];
});
const headCertainty = 0.9;
const modifierCertainty = 0.5;

for (const concept of concepts) {
  for (const term of concept.terms.split(',')) learn(concept, term);
  vetoes.set(
    concept,
    (concept.unless ?? '')
      .split(',')
      .map(stemsOf)
      .filter((stems) => stems.length > 0),
  );
}

/** The concept with this id; evidence and labels name it. */
export function findConcept(id: string): Concept | null {
  return byId.get(id) ?? null;
}

/** All concepts a text mentions, best first mention kept by the caller. Street and village names are left out by `isName`. */
export function mentionsIn(tokens: readonly Token[], isName: (at: number) => boolean): Mention[] {
  const mentions: Mention[] = [];
  tokens.forEach((token, at) => {
    if (isName(at)) return;
    const isStop = isStopWord(token.word);
    for (const concept of isStop ? [] : (single.get(token.stem) ?? []))
      mentions.push({ concept, at: [at], certainty: 1 });
    for (const phrase of phrases.get(token.stem) ?? []) {
      const places = placesOf(phrase, tokens, at, isName);
      if (places) mentions.push({ concept: phrase.concept, at: places, certainty: 1 });
    }
    if (!isStop && !single.has(token.stem)) mentions.push(...derivedMentions(token, at));
  });
  const found = [...new Set(mentions.map(({ concept }) => concept))];
  const vetoed = new Set(found.filter((concept) => isVetoed(concept, tokens)));
  return mentions.filter(({ concept }) => !vetoed.has(concept));
}

/** True for a word the lists know, whole or in parts: it is no name and no typo. */
export function isKnownWord(token: Token): boolean {
  return (
    single.has(token.stem) ||
    isConstituent(token.stem) ||
    isWeak(token.stem) ||
    isStopWord(token.word) ||
    compoundParts(token.word).length > 0
  );
}

function derivedMentions(token: Token, at: number): Mention[] {
  const parts = compoundParts(token.word);
  if (parts.length > 0) {
    for (let from = 1; from < parts.length; from++) {
      const found = single.get(stem(parts.slice(from).join('')));
      if (found) return found.map((concept) => ({ concept, at: [at], certainty: headCertainty }));
    }
    const head = stem(parts.at(-1) ?? '');
    const certainty = isWeak(head) ? headCertainty : modifierCertainty;
    const found = single.get(stem(parts.slice(0, -1).join(''))) ?? single.get(stem(parts[0] ?? ''));
    return (found ?? []).map((concept) => ({ concept, at: [at], certainty }));
  }
  return isKnownWord(token)
    ? []
    : meantBySlip(token.word).map((concept) => ({ concept, at: [at], certainty: typoCertainty }));
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
      for (const at of isOrdered ? [anchor + distance] : [anchor + distance, anchor - distance]) {
        const token = tokens[at];
        if (token?.stem === wanted && token.sentence === sentence && !places.includes(at) && !isName(at)) found = at;
      }
    }
    if (found < 0) return null;
    places.push(found);
  }
  return places;
}

function isVetoed(concept: Concept, tokens: readonly Token[]): boolean {
  const words = vetoes.get(concept) ?? [];
  return words.some((stems) => {
    const [first = '', ...others] = stems;
    return tokens.some(
      (token, at) =>
        (token.stem === first || (others.length === 0 && first.length > 4 && token.stem.startsWith(first))) &&
        others.every((other, step) => tokens[at + step + 1]?.stem === other),
    );
  });
}

function learn(concept: Concept, term: string): void {
  const stems = stemsOf(term);
  const [first, ...others] = stems;
  if (first === undefined) return;
  if (others.length > 0) {
    phrases.set(first, [...(phrases.get(first) ?? []), { concept, stems, isOrdered: hasStopWord(term, stems.length) }]);
    return;
  }
  const known = single.get(first) ?? [];
  if (!known.includes(concept)) single.set(first, [...known, concept]);
  const word = plain(term.trim());
  const letter = word.slice(0, 1);
  if (word.length >= shortestMisspelled)
    spellings.set(letter, [...(spellings.get(letter) ?? []), { word, stem: first }]);
}

function hasStopWord(term: string, length: number): boolean {
  return tokenize(term.trim()).filter(({ word }) => !isStopWord(word)).length < length;
}

function stemsOf(term: string): string[] {
  const tokens = tokenize(term.trim());
  const content = tokens.filter((token) => !isStopWord(token.word));
  return (tokens.length > 1 && content.length < 2 ? tokens : content.length > 0 ? content : tokens).map(
    ({ stem: each }) => each,
  );
}
