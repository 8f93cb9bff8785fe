import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isWithinTypo, normalWords } from '@kernagenda/matching/domain';
import type { NormalWord } from '@kernagenda/matching/domain';
import { ProposalsService } from '@kernagenda/proposals/api';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { searchLimits, themeNames } from '@kernagenda/search/domain';
import type { Correction, SearchAnswer, SearchFilter } from '@kernagenda/search/domain';
import { namedQuery, toPage } from '@kernagenda/shared/api';
import { VillagesService } from '@kernagenda/villages/api';
import type { VillageRef } from '@kernagenda/villages/domain';
import { findVillages } from '@kernagenda/villages/domain/find';
import { ranking, wanted } from './lexemes';
import type { Term } from './lexemes';
import {
  completionsQuery,
  findNewestQuery,
  findQuery,
  isCommonQuery,
  spellingsQuery,
  stemsQuery,
} from './search.queries';

type After = readonly [matched: string, rank: number, listedAt: string, id: string] | null;

interface Hit {
  readonly id: string;
  readonly rank: number;
  readonly listedAt: Date;
  readonly found: number;
}

/** A term, and at most how many texts have it. */
interface KnownTerm extends Term {
  readonly texts: number;
}

interface Understood {
  readonly terms: readonly KnownTerm[];
  readonly corrected: readonly Correction[];
}

/** From so many points on, a word is looked for from the newest point back instead of through all that have it. */
const manyTexts = 5_000;

@Injectable()
export class SearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalsService,
    private readonly villages: VillagesService,
  ) {}

  /** @throws Problem `invalid_input` for a filter that does not exist, `invalid_cursor`. */
  async find(filter: SearchFilter, limit: number, after: After): Promise<SearchAnswer> {
    const query = filter.q ?? '';
    const words = normalWords(query).slice(0, searchLimits.words);
    const { terms, corrected } = await this.understand(words);
    const isAsked = terms.length > 0 || (isFiltered(filter) && query.trim() === '');
    const matched = after?.[0] === 'any' ? 'any' : 'all';
    let answer = isAsked ? await this.page(terms, matched, filter, limit, after) : nothing;
    if (answer.found === 0 && !after && terms.length > 1) answer = await this.page(terms, 'any', filter, limit, null);
    const summaries = await this.proposals.findPublic(answer.items.map(({ id }) => id));
    return {
      ...answer,
      items: answer.items.flatMap(({ id }) => summaries.get(id) ?? []),
      villages: await this.findVillages(query, words),
      themes: findThemes(words),
      // A correction is a word of what is shown, never of a text that was hidden a moment ago.
      corrected: answer.found > 0 ? corrected : [],
    };
  }

  private async page(
    terms: readonly KnownTerm[],
    matched: SearchAnswer['matched'],
    filter: SearchFilter,
    limit: number,
    after: After,
  ): Promise<Pick<SearchAnswer, 'nextCursor' | 'found' | 'matched'> & { readonly items: readonly Hit[] }> {
    const texts = terms.map((term) => term.texts);
    const most = matched === 'all' ? Math.min(...texts) : texts.reduce((sum, count) => sum + count, 0);
    const query = wanted(terms, matched, filter);
    const mayBeCommon = terms.length > 0 && !isFiltered(filter) && most > manyTexts;
    // Words that many points have each can stand together in few, for which all points would be walked through.
    const isCommon = mayBeCommon && (matched === 'any' || terms.length === 1 || (await this.isCommon(query)));
    const values = [query, ranking(terms), searchLimits.found];
    const keys = after ? after.slice(1) : [null, null, null];
    // Never prepared: a plan for any word reads every point, one for these words takes the index of words.
    const text = isCommon ? findNewestQuery : findQuery;
    const rows = await this.dataSource.query<Hit[]>(text, [...values, ...keys, limit + 1]);
    const page = toPage(
      rows,
      limit,
      (row) => row,
      ({ rank, listedAt, id }) => [matched, rank, listedAt.toISOString(), id],
    );
    return { ...page, found: rows[0]?.found ?? 0, matched };
  }

  private async isCommon(query: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ isCommon: boolean }[]>(isCommonQuery, [query, manyTexts]);
    return row?.isCommon ?? false;
  }

  /** What each word may be written as in the texts; a word that nobody uses becomes the nearest that somebody does. */
  private async understand(words: readonly NormalWord[]): Promise<Understood> {
    const last = words.at(-1);
    if (!last) return { terms: [], corrected: [] };
    const stems = words.flatMap(({ stem, parts }) => [stem, ...parts.map((part) => part.stem)]);
    const counts = await this.countStems(stems);
    const beginnings = last.word.length < searchLimits.beginning ? [] : await this.complete(last.word);
    const read = (word: NormalWord): KnownTerm => {
      const more = word === last ? beginnings : [];
      const whole = new Map([[word.stem, counts.get(word.stem) ?? 0], ...more]);
      const parts = word.parts.map(({ stem }) => counts.get(stem) ?? 0);
      const texts = [...whole.values(), parts.length > 0 ? Math.min(...parts) : 0];
      return {
        stems: [...whole.keys()],
        parts: word.parts.map(({ stem }) => stem),
        texts: texts.reduce((sum, count) => sum + count, 0),
      };
    };
    const terms = words.map((word) => ({ word, term: read(word) }));
    const unknown = terms.filter(({ term }) => term.texts === 0).map(({ word }) => word.word);
    const spellings = unknown.length > 0 ? await this.findSpellings(unknown) : new Map<string, Spelling>();
    return {
      terms: terms.map(({ word, term }) => {
        const spelling = term.texts === 0 ? spellings.get(word.word) : undefined;
        const [used] = spelling ? normalWords(spelling.word) : [];
        return spelling && used
          ? { stems: [used.stem], parts: used.parts.map(({ stem }) => stem), texts: spelling.texts }
          : term;
      }),
      corrected: [...spellings].map(([typed, { word }]) => ({ typed, used: word })),
    };
  }

  private async countStems(stems: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await namedQuery<StemCount>(this.dataSource, 'search stems', stemsQuery, [stems]);
    return new Map(rows.map(({ stem, texts }) => [stem, texts]));
  }

  private async complete(beginning: string): Promise<readonly (readonly [string, number])[]> {
    const rows = await namedQuery<StemCount>(this.dataSource, 'search completions', completionsQuery, [beginning]);
    return rows.map(({ stem, texts }) => [stem, texts] as const);
  }

  /** For each word that nobody uses the most used one within a slip of it. */
  private async findSpellings(words: readonly string[]): Promise<ReadonlyMap<string, Spelling>> {
    const rows = await namedQuery<Spelling>(this.dataSource, 'search spellings', spellingsQuery, [words]);
    const best = new Map<string, Spelling>();
    for (const row of rows) {
      if (isWithinTypo(row.typed, row.word) && row.texts > (best.get(row.typed)?.texts ?? 0)) best.set(row.typed, row);
    }
    return best;
  }

  /** By name, by the beginning of it, by postcode, or with a slip. */
  private async findVillages(query: string, words: readonly NormalWord[]): Promise<VillageRef[]> {
    if (query.trim() === '') return [];
    const { items } = await this.villages.listVillages(everyVillage, null);
    const exact = [query, ...words.map(({ word }) => word)].flatMap((text, at) =>
      at === 0 || text.length >= searchLimits.beginning ? findVillages(items, text) : [],
    );
    const alike = items.filter(({ name }) => words.some(({ word }) => isWithinTypo(word, name.toLowerCase())));
    return [...new Set([...exact, ...alike])].slice(0, searchLimits.villages).map(({ id, slug, name }) => ({
      id,
      slug,
      name,
    }));
  }
}

const isFiltered = ({ village, theme, agendaState }: SearchFilter): boolean =>
  [village, theme, agendaState].some((value) => value !== undefined);

interface StemCount {
  readonly stem: string;
  readonly texts: number;
}

interface Spelling {
  readonly typed: string;
  readonly word: string;
  readonly texts: number;
}

const everyVillage = 1000;
const nothing = { items: [], nextCursor: null, found: 0, matched: 'all' } as const;
const themeStems = new Map(
  themes.map((theme) => [theme, new Set(normalWords(themeNames[theme]).map(({ stem }) => stem))]),
);

function findThemes(words: readonly NormalWord[]): Theme[] {
  return themes.filter((theme) => words.some(({ stem }) => themeStems.get(theme)?.has(stem)));
}
