import type { Place } from '@kernagenda/identity/domain';
import type { EveningState } from '@kernagenda/intake/domain/evenings';
import type { VillageRef } from '@kernagenda/villages/domain';
import { place, village } from '../places.queries';

export interface EveningRow {
  readonly id: string;
  readonly village: VillageRef;
  readonly place: Place;
  readonly title: string;
  readonly day: string;
  readonly state: EveningState;
  readonly noteCount: number;
}

const evening = `
  select e.id, ${village} as village, ${place} as place, e.title, e.day::text, e.state,
    (select count(*)::int from evening_wish w where w.evening_id = e.id and not w.is_removed) as "noteCount"
  from evening e join village_public v on v.id = e.village_id`;

/** Of these villages, the last first. $1: villages; $2: the number of rows. */
export const eveningsQuery = `${evening} where e.village_id = any($1::uuid[]) order by e.day desc, e.id desc limit $2`;

/** $1: evening. */
export const eveningQuery = `${evening} where e.id = $1`;

export interface OutcomeRow {
  readonly email: string;
  readonly eveningId: string;
  readonly village: VillageRef;
  readonly day: string;
  readonly wishCount: number;
  readonly noteId: string;
  readonly enteredWishId: string | null;
}

/**
 * Every note of the same address on the same evening, held until the transaction ends, with the wish that was written
 * down for that address and waits to be taken over. $1: one of those notes.
 */
export const outcomeQuery = `
  select w.email, e.id as "eveningId", ${village} as village,
    e.day::text, w.id as "noteId", r.id as "enteredWishId",
    (select count(distinct o.proposal_id)::int from evening_wish o where o.evening_id = e.id) as "wishCount"
  from evening_wish asked
  join evening_wish w on w.evening_id = asked.evening_id and w.email = asked.email and w.proposal_id is not null
  join evening e on e.id = w.evening_id
  join village_public v on v.id = e.village_id
  left join entered_wish r on r.proposal_id = w.proposal_id and r.email = w.email
  where asked.id = $1 order by w.entered_at, w.id for update of w`;

/**
 * Forgets addresses that nobody will mail any more. $1: the instant before which an evening was closed, or, when nobody closed
 * it, was begun and held.
 */
export const forgetQuery = `
  update evening_wish w set email = null from evening e
  where e.id = w.evening_id and w.email is not null and coalesce(e.closed_at, greatest(e.begun_at, e.day::timestamptz)) < $1`;
