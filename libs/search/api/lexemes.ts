import { normalWords } from '@kernagenda/matching/domain';
import type { NormalPart } from '@kernagenda/matching/domain';
import type { SearchFilter } from '@kernagenda/search/domain';

/** Raise it when texts are read differently: stored readings of another number are made again at the next start. */
export const normaliserVersion = 3;

/** What is read of a public point. */
export interface SearchableText {
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly villages: readonly { readonly slug: string; readonly name: string }[];
  readonly theme: string;
  readonly agendaState: string;
}

export interface Reading {
  /** A tsvector: the stems with the weight of the best place where they stand, and the filters. */
  readonly words: string;
  readonly spellings: readonly NormalPart[];
}

/** One word of what is looked for. */
export interface Term {
  /** One of these stems. */
  readonly stems: readonly string[];
  /** Or all of these. */
  readonly parts: readonly string[];
}

// Stems are letters and figures alone; a quote would end a lexeme early.
const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '')}'`;

/** A filter is a lexeme too, so that one index answers word and filter together. No stem has a slash. */
const filterLexeme = (name: string, value: string): string => quoted(`/${name}/${value}`);

/** Weight A for the title, B for text, place and village, C and D for the parts of their compounds. */
export function readText({ title, body, place, villages, theme, agendaState }: SearchableText): Reading {
  const weights = new Map<string, string>();
  const spellings = new Map<string, NormalPart>();
  const add = (part: NormalPart, weight: string): void => {
    const known = weights.get(part.stem);
    if (known === undefined || weight < known) weights.set(part.stem, weight);
    spellings.set(part.word, part);
  };
  const below = [body, place, ...villages.map(({ name }) => name)].join('\n');
  for (const [text, whole, inPart] of [
    [title, 'A', 'C'],
    [below, 'B', 'D'],
  ] as const) {
    for (const { word, stem, parts } of normalWords(text)) {
      add({ word, stem }, whole);
      for (const part of parts) add(part, inPart);
    }
  }
  const words = [
    ...[...weights].map(([stem, weight]) => `${quoted(stem)}:1${weight}`),
    ...villages.map(({ slug }) => filterLexeme('village', slug)),
    filterLexeme('theme', theme),
    filterLexeme('state', agendaState),
  ];
  return { words: words.join(' '), spellings: [...spellings.values()] };
}

/** The tsquery for points with all, or any, of these terms within the filter. */
export function wanted(terms: readonly Term[], matched: 'all' | 'any', filter: SearchFilter): string {
  const each = terms.map(({ stems, parts }) => {
    const together = parts.length > 0 ? [`(${parts.map(quoted).join(' & ')})`] : [];
    return `(${[...stems.map(quoted), ...together].join(' | ')})`;
  });
  const words = each.join(matched === 'all' ? ' & ' : ' | ');
  return [...(words ? [`(${words})`] : []), ...filtersOf(filter)].join(' & ');
}

/** The tsquery of everything that raises a point in the order. */
export function ranking(terms: readonly Term[]): string {
  return terms.flatMap(({ stems, parts }) => [...stems, ...parts].map(quoted)).join(' | ');
}

function filtersOf({ village, theme, agendaState }: SearchFilter): string[] {
  return [
    ...(village === undefined ? [] : [filterLexeme('village', village)]),
    ...(theme === undefined ? [] : [filterLexeme('theme', theme)]),
    ...(agendaState === undefined ? [] : [filterLexeme('state', agendaState)]),
  ];
}
