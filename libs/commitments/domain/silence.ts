import type { AgendaState, ProposalSummary } from '@kernagenda/proposals/domain';

export const refreshTerms = {
  /** A status older than this asks whoever has the point. */
  afterDays: 90,
  linkDays: 30,
  /** So many points of one team, or of one area, are asked about in one night. */
  perNight: 3,
} as const;

/** The states in which somebody has to tell how a point stands. */
export const askedStates = ['on_agenda', 'planned', 'in_progress'] as const satisfies AgendaState[];

/** Since when a point stands as it does: an instant, or the year a public page reported; null where that page named none. */
export type StatusSince = { readonly at: string } | { readonly year: number } | null;

type Dated = Pick<ProposalSummary, 'statusAt' | 'reportedYear' | 'sourceUrl' | 'createdAt'>;

/** A point taken over from elsewhere is as old as its report, not as its import. */
export function sinceOf({ statusAt, reportedYear, sourceUrl, createdAt }: Dated): StatusSince {
  const at = statusAt ?? (sourceUrl ? null : createdAt);
  if (at) return { at };
  return reportedYear === null ? null : { year: reportedYear };
}

const dayMs = 86_400_000;

/** What is older than this instant, in milliseconds, is silent. */
export const silentBefore = (now: Date): number => now.getTime() - refreshTerms.afterDays * dayMs;

/**
 * Whether somebody has to act on a point of which the status is older than ninety days, or of unknown age; a year counts
 * from its last day. A test holds it equal to the same rule in SQL.
 */
export function isSilent(point: Dated & Pick<ProposalSummary, 'agendaState'>, now: Date): boolean {
  if (!askedStates.some((state) => state === point.agendaState)) return false;
  const since = sinceOf(point);
  if (!since) return true;
  const last = 'at' in since ? Date.parse(since.at) : Date.parse(`${since.year}-12-31T12:00:00Z`);
  return last < silentBefore(now);
}
