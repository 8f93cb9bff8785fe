import { askedStates, sinceOf } from '@kernagenda/commitments/domain';
import type { StatusSince } from '@kernagenda/commitments/domain';

const states = askedStates.map((state) => `'${state}'`).join(', ');

const reportedYear = '(select r.reported_year from proposal_reported r where r.proposal_id = p.id)';

/** The instant of `sinceOf` of a point `p` (`proposal_public`), a year as its last day; null where nobody knows. */
export const statusAt = `coalesce(p.status_at, case when p.source_url is null then p.created_at
    else make_timestamptz(${reportedYear}, 12, 31, 12, 0, 0, 'UTC') end)`;

/** Whether somebody has to tell how a point `p` stands. */
export const isAsked = `p.agenda_state in (${states})`;

/** `isSilent` in SQL, of a point `p`; `before` is the instant of `silentBefore`. */
export const isSilent = (before: string): string =>
  `(${isAsked} and coalesce(${statusAt}, '-infinity') < ${before}::timestamptz)`;

/** What `sinceOf` asks of a row. */
export const sinceColumns = `
  p.status_at as "statusAt", ${reportedYear} as "reportedYear", p.source_url as "sourceUrl", p.created_at as "createdAt"`;

/** A row with `sinceColumns`. */
export interface SinceRow {
  readonly statusAt: Date | null;
  readonly reportedYear: number | null;
  readonly sourceUrl: string | null;
  readonly createdAt: Date;
}

export const toSince = ({ statusAt: at, createdAt, ...row }: SinceRow): StatusSince =>
  sinceOf({ ...row, statusAt: at?.toISOString() ?? null, createdAt: createdAt.toISOString() });
