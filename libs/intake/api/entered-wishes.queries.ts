import type { EnteredWay, ModerationState } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { village } from './places.queries';

interface WishRow {
  readonly id: string;
  readonly proposalId: string;
  readonly village: VillageRef;
  readonly enteredFrom: EnteredWay;
  readonly enteredAt: Date;
  readonly email: string | null;
  readonly claimedBy: string | null;
  /** Whether its link was mailed. */
  readonly isTold: boolean;
}

export interface EnteredWishRow extends WishRow {
  readonly title: string | null;
  readonly moderationState: ModerationState | null;
}

const columns = `
  w.id, p.id as "proposalId", ${village} as village, p.entered_from as "enteredFrom", w.entered_at as "enteredAt",
  w.email, w.claimed_by as "claimedBy", w.told_at is not null as "isTold"`;
const tables = `
  from entered_wish w join proposal_entered p on p.id = w.proposal_id join village_public v on v.id = p.village_id`;

/** Whether who wrote it down may read it: what was taken over is its author's alone until everybody may. */
const isReadable = `(w.claimed_by is null or p.moderation_state = 'approved')`;

/** Newest first. $1: who wrote them down; $2, $3: the keys after which the page begins, or null; $4: rows. */
export const enteredQuery = `
  select ${columns}, case when ${isReadable} then p.title end as title,
    case when ${isReadable} then p.moderation_state end as "moderationState" ${tables}
  where w.entered_by = $1 and ($2::timestamptz is null or (w.entered_at, w.id) < ($2, $3::uuid))
  order by w.entered_at desc, w.id desc limit $4`;

export interface ClaimRow extends WishRow {
  readonly title: string;
  readonly body: string;
  readonly enteredBy: string;
}

/** Whether who has the link may read it: not what was refused, hidden or taken back, nor once it is theirs or not theirs. */
const isOpen = `(w.claimed_by is null and w.email is not null and p.moderation_state in ('submitted', 'approved'))`;
const claim = `select ${columns}, case when ${isOpen} then p.title else '' end as title,
  case when ${isOpen} then p.body else '' end as body, w.entered_by as "enteredBy" ${tables} where w.id = $1`;

/** $1: a wish that was written down. */
export const claimQuery = claim;

/** The same, locked until the transaction ends. */
export const heldClaimQuery = `${claim} for update of w`;
