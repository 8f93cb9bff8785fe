import type { RoundChannel, RoundWay, WallPart } from '@kernagenda/intake/domain/rounds';
import { wallPartOf, wallParts } from '@kernagenda/intake/domain/rounds';
import type { Place } from '@kernagenda/identity/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { place, village } from '../places.queries';

/** What was sent in for a village of the round during its days, up to the moment it was stopped. */
const sentIn = `
  from intake_round_village rv join proposal_sent_in s on s.village_id = rv.village_id
    and s.sent_in_at >= r.starts_on::timestamp at time zone 'Europe/Amsterdam'
    and s.sent_in_at < coalesce(r.stopped_at, (r.ends_on + 1)::timestamp at time zone 'Europe/Amsterdam')
  where rv.round_id = r.id`;

const villages = (what: string): string => `(select json_agg(${what} order by v.name, v.id)
    from intake_round_village rv join village_public v on v.id = rv.village_id where rv.round_id = r.id)`;

const columns = `
  r.id, r.question, r.starts_on::text as "startsOn", r.ends_on::text as "endsOn", r.stopped_at as "stoppedAt",
  ${villages(village)} as villages`;

export interface RoundRow {
  readonly id: string;
  readonly question: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly stoppedAt: Date | null;
  readonly villages: readonly VillageRef[];
}

export interface RoundListRow extends RoundRow {
  readonly wishes: number;
}

/** The last day latest first. $1: slug of a village, or null; $2, $3: the keys after which the page begins, or null; $4: rows. */
export const roundsQuery = `
  select ${columns}, (select count(*)::int ${sentIn}) as wishes
  from intake_round r
  where ($1::text is null or exists (select 1 from intake_round_village rv join village_public v on v.id = rv.village_id
      where rv.round_id = r.id and v.slug = $1))
    and ($2::date is null or (r.ends_on, r.id) < ($2::date, $3::uuid))
  order by r.ends_on desc, r.id desc limit $4`;

export interface RoundDetailRow extends RoundRow {
  readonly explanation: string;
  readonly channels: readonly RoundChannel[];
  readonly handIn: string;
  readonly phone: string;
  readonly evening: string;
  readonly places: readonly Place[];
  readonly version: number;
}

/** $1: id. */
export const roundQuery = `
  select ${columns}, r.explanation, r.channels, r.hand_in as "handIn", r.phone, r.evening, r.version,
    ${villages(place)} as places
  from intake_round r where r.id = $1`;

export interface RoundCountRow {
  readonly villageId: string;
  readonly way: RoundWay;
  /** Null while it is being read. */
  readonly agendaState: AgendaState | null;
  readonly count: number;
}

/** $1: id. */
export const roundCountsQuery = `
  select c."villageId", c.way, c."agendaState", count(*)::int as count
  from intake_round r cross join lateral (
    select s.village_id as "villageId", coalesce(s.entered_from, 'web') as way,
      (select p.agenda_state from proposal_public p where p.id = s.id) as "agendaState" ${sentIn}) c
  where r.id = $1 group by 1, 2, 3`;

export interface RoundWishRow {
  readonly id: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly way: RoundWay;
  readonly sentInAt: Date;
  readonly rank: number;
  readonly agendaState: AgendaState;
  readonly statusAt: Date | null;
  readonly reason: string | null;
  readonly alternative: string | null;
  readonly evidence: string | null;
  readonly word: string | null;
  readonly wordAt: Date | null;
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
}

const statesOf = (part: WallPart): string =>
  Object.entries(wallPartOf)
    .filter(([, of]) => of === part)
    .map(([state]) => `'${state}'`)
    .join(', ');
const rank = `case ${wallParts.map((part, index) => `when p.agenda_state in (${statesOf(part)}) then ${index}`).join(' ')} end`;

/**
 * What everybody may read of a round: by what became of it, then the last one sent in first.
 * $1: id; $2, $3, $4: the keys after which the page begins, or null; $5: rows; $6: a part by its number, or null for all.
 */
export const roundWishesQuery = `
  select w.*, ${village} as village, n.reason, n.alternative, d.evidence, o.text as word, o.at as "wordAt",
    case when m.id is not null then json_build_object('id', m.id, 'title', m.title) end as "mergedInto"
  from (
    select p.id, p.title, p.village_id, p.merged_into_id, p.agenda_state as "agendaState", p.status_at as "statusAt",
      coalesce(s.entered_from, 'web') as way, s.sent_in_at as "sentInAt", ${rank} as rank
    from intake_round r cross join lateral (select s.* ${sentIn}) s join proposal_public p on p.id = s.id
    where r.id = $1) w
  join village_public v on v.id = w.village_id
  left join proposal_note_public n on n.proposal_id = w.id
  left join proposal_story d on d.proposal_id = w.id
  left join official_word_public o on o.proposal_id = w.id
  left join proposal_public m on m.id = w.merged_into_id
  where ($2::int is null or w.rank > $2 or (w.rank = $2 and (w."sentInAt", w.id) < ($3::timestamptz, $4::uuid)))
    and ($6::int is null or w.rank = $6)
  order by w.rank, w."sentInAt" desc, w.id desc limit $5`;
