import { compoundParts } from './compounds';
import { stem } from './stem';
import { plain } from './tokens';
import type { Token } from './tokens';
import { isStopWord } from './vocabulary';

/** What a word says about a concept: most when it stands on the page of that concept alone. */
export interface Association {
  /** The number of the concept in the lexicon. */
  readonly concept: number;
  readonly weight: number;
}

/** A word of the context says less than one of the terms. */
const contextWorth = 0.8;
const partWorth = 0.5;
const keptAssociations = 30;
const betweenWords = /(?:['’]s(?= |$)|[^\p{L}\p{N}])+/u;

/** What stands on the page of one concept. */
export interface ConceptPage {
  readonly terms: readonly Token[];
  /** Words with blanks between. */
  readonly context: string;
}

/** Reads the lexicon as a book with a page for each concept (explicit semantic analysis, Gabrilovich and Markovitch 2007). */
export function associationsOf(book: readonly ConceptPage[]): (wordStem: string) => readonly Association[] {
  /** For every word the pages on which it stands, each followed by how much that is worth. */
  const pagesOf = new Map<string, number[]>();
  const note = (word: string, concept: number, worth: number): void => {
    const pages = pagesOf.get(word);
    if (pages) pages.push(concept, worth);
    else pagesOf.set(word, [concept, worth]);
  };
  book.forEach(({ terms, context }, concept) => {
    for (const token of terms) {
      if (isStopWord(token.word)) continue;
      note(token.stem, concept, 1);
      for (const part of compoundParts(token.word)) note(stem(part), concept, partWorth);
    }
    for (const word of plain(context).split(betweenWords))
      if (!isStopWord(word)) note(stem(word), concept, contextWorth);
  });
  const known = new Map<string, readonly Association[]>();
  return (word) => {
    const pages = pagesOf.get(word);
    if (!pages) return [];
    const associations = known.get(word) ?? weigh(pages, book.length);
    known.set(word, associations);
    return associations;
  };
}

function weigh(noted: readonly number[], all: number): readonly Association[] {
  const pages = new Map<number, number>();
  for (let at = 0; at < noted.length; at += 2) {
    const [concept = 0, worth = 0] = [noted[at], noted[at + 1]];
    pages.set(concept, (pages.get(concept) ?? 0) + worth);
  }
  const rarity = Math.log(all / pages.size) / Math.log(all);
  return [...pages]
    .map(([concept, count]) => ({ concept, weight: rarity * rarity * (count / (count + 1)) }))
    .sort((a, b) => b.weight - a.weight || a.concept - b.concept)
    .slice(0, keptAssociations);
}
