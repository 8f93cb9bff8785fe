import type { AgendaState, ProposalSummary, Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

export const searchLimits = {
  /** Characters of what is typed. */
  query: { max: 100 },
  /** Words that are looked for; what is typed after them is not read. */
  words: 8,
  /** The last word counts as the beginning of others from so many letters. */
  beginning: 3,
  /** So many points are ranked, counted and given, over all pages. */
  found: 200,
  villages: 5,
  page: 20,
} as const;

/** What somebody asks: words, or a filter, or both. */
export interface SearchFilter {
  readonly q?: string | undefined;
  /** Slug of a village; points that others share with it belong to it too. */
  readonly village?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly agendaState?: AgendaState | undefined;
}

/** A word that nobody uses, and the one that was looked for instead. */
export interface Correction {
  readonly typed: string;
  readonly used: string;
}

export interface SearchAnswer {
  /** Public points: those with the words in their title first, then the newest. */
  readonly items: readonly ProposalSummary[];
  readonly nextCursor: string | null;
  /** How many points there are, over all pages; `searchLimits.found` stands for that many or more. */
  readonly found: number;
  /** `any`: no point has all of the words, these have one of them. */
  readonly matched: 'all' | 'any';
  readonly villages: readonly VillageRef[];
  readonly themes: readonly Theme[];
  readonly corrected: readonly Correction[];
}

/** The words by which somebody who searches means a theme. */
export const themeNames: Readonly<Record<Theme, string>> = {
  traffic: 'verkeer',
  housing: 'wonen woningen',
  green: 'groen natuur',
  play_sport: 'spelen sport',
  meeting: 'ontmoeten ontmoeting',
  care: 'zorg',
  energy_climate: 'energie klimaat',
  safety: 'veiligheid',
  recreation: 'recreatie',
  communication: 'communicatie',
  other: 'overig',
};
