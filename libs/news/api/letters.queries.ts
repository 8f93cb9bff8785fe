import type { Place } from '@kernagenda/identity/domain';
import { letterLimits, letterParts } from '@kernagenda/news/domain';
import type { LetterLine, LetterPart } from '@kernagenda/news/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { place, villageRef } from './village.queries';

export interface FactRow {
  readonly part: LetterPart;
  readonly proposalId: string;
  readonly commitmentId: string | null;
  readonly milestoneId: string | null;
  readonly agendaState: AgendaState;
  readonly day: string;
}

const amsterdamDay = (instant: string): string => `(${instant} at time zone 'Europe/Amsterdam')::date`;
const startOf = (day: string): string => `(${day}::timestamp at time zone 'Europe/Amsterdam')`;
/** A letter `s` tells from its first day until its last one is over, and never of what came after it was written. */
const toldUntil = `least(s.created_at, ${startOf('(s.to_on + 1)')})`;
const order = letterParts.map((part) => `'${part}'`).join(', ');

const isTold = (instant: string): string =>
  `exists (select from sent where ${instant} >= sent.told_from and ${instant} < sent.told_until)`;

/**
 * What happened on the points of a village that everyone may read, from $2 up to and including $3, and what is late or
 * coming on $4, up to and including $5. $1: village. What was taken over from a public page was not new then. What
 * happened while a letter that was sent tells of, is told: so two letters on one day repeat nothing, and what happens
 * between them is in the second.
 */
export const factsQuery = `
  with sent as (
    select s.id, ${startOf('s.from_on')} as told_from, ${toldUntil} as told_until
    from status_letter s where s.village_id = $1 and s.published_at is not null),
  point as (
    select p.id, p.agenda_state, p.source_url is null as is_own,
      ${amsterdamDay('p.approved_at')} as approved_on, ${amsterdamDay('p.status_at')} as moved_on,
      ${isTold('p.approved_at')} as is_new_told, ${isTold('p.status_at')} as is_move_told
    from proposal_public p
    where p.agenda_state not in ('merged', 'withdrawn')
      and (p.village_id = $1 or p.id in (select s.proposal_id from proposal_shared s where s.village_id = $1))),
  fact as (
    select 'new' as part, id as proposal_id, null::uuid as commitment_id, null::uuid as milestone_id, approved_on::text as day
      from point where is_own and not is_new_told and approved_on between $2::date and $3::date
    union all
    select 'moved', id, null, null, moved_on::text from point
      where agenda_state <> 'wish' and not is_move_told and moved_on between $2::date and $3::date
        and (is_own and not is_new_told and approved_on between $2::date and $3::date) is not true
    union all
    select 'kept', c.proposal_id, c.id, null, c.kept_on::text from commitment_public c
      where c.state = 'kept' and c.kept_on between $2::date and $3::date
        and not exists (
          select from status_letter_line l join sent on sent.id = l.letter_id where l.commitment_id = c.id and l.part = 'kept')
    union all
    select 'late', proposal_id, id, null, due_on::text from commitment_public
      where state in ('open', 'waiting') and due_on < $4::text::date
    union all
    select 'coming', proposal_id, case kind when 'promise' then id end, case kind when 'milestone' then id end, "when"
      from due_public where "when" >= left($4::text, length("when")) and "when" <= $5::text)
  select f.part, f.proposal_id as "proposalId", f.commitment_id as "commitmentId", f.milestone_id as "milestoneId",
    p.agenda_state as "agendaState", f.day
  from fact f join point p on p.id = f.proposal_id
  order by array_position(array[${order}], f.part), f.day, f.proposal_id, f.commitment_id, f.milestone_id
  limit ${letterLimits.lines}`;

export interface LetterRow {
  readonly id: string;
  readonly village: VillageRef;
  readonly fromOn: string;
  readonly toOn: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

const columns = `
  l.id, ${villageRef} as village, l.from_on::text as "fromOn", l.to_on::text as "toOn", l.title,
  l.created_at as "createdAt", l.published_at as "publishedAt"`;

/** The newest first. $1: village; $2: whether drafts are wanted; $3, $4: the keys after which the page begins; $5: rows. */
export const lettersQuery = `
  select ${columns} from status_letter l join village_public v on v.id = l.village_id
  where l.village_id = $1 and (l.published_at is not null or $2)
    and ($3::timestamptz is null
      or (coalesce(l.published_at, l.created_at), l.id) < ($3::timestamptz, $4::uuid))
  order by coalesce(l.published_at, l.created_at) desc, l.id desc limit $5`;

/** $1: village. Until when letters that were sent tell of it, that moment not included. */
export const lastLetterQuery = `
  select s.village_id as id, max(${toldUntil}) as "toldUntil" from status_letter s
  where s.village_id = $1 and s.published_at is not null group by s.village_id`;

export interface LetterDetailRow extends LetterRow {
  readonly introduction: string;
  readonly version: number;
  readonly place: Place;
}

/** $1: id. */
export const letterQuery = `
  select ${columns}, l.introduction, l.version, ${place} as place
  from status_letter l join village_public v on v.id = l.village_id where l.id = $1`;

/** Lines of which everyone may read the point now. $1: letter; $2: whether those that were left out are wanted. */
export const linesQuery = `
  select l.id, l.part, l.proposal_id as "pointId", p.title, l.agenda_state as state, l.day,
    coalesce(c.what, m.title) as what, l.milestone_id is not null as "isMilestone", l.words, l.is_left_out as "isLeftOut"
  from status_letter_line l join proposal_public p on p.id = l.proposal_id
  left join commitment_public c on c.id = l.commitment_id
  left join milestone_public m on m.id = l.milestone_id
  where l.letter_id = $1 and ($2 or not l.is_left_out) order by l.position`;

export type LineRow = LetterLine;
