import type { Place } from '@kernagenda/identity/domain';
import { letterLimits, letterParts } from '@kernagenda/news/domain';
import type { LetterLine, LetterOwner, LetterPart } from '@kernagenda/news/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { place, villageRef } from './village.queries';

export interface FactRow {
  readonly part: LetterPart;
  readonly proposalId: string | null;
  readonly historyId: string | null;
  readonly commitmentId: string | null;
  readonly milestoneId: string | null;
  readonly agendaState: AgendaState | null;
  readonly day: string;
}

const amsterdamDay = (instant: string): string => `(${instant} at time zone 'Europe/Amsterdam')::date`;
const startOf = (day: string): string => `(${day}::timestamp at time zone 'Europe/Amsterdam')`;
/** A letter `s` tells from its first day until its last one is over, and never of what came after it was written. */
const toldUntil = `least(s.created_at, ${startOf('(s.to_on + 1)')})`;
const order = letterParts.map((part) => `'${part}'`).join(', ');

const isTold = (instant: string): string =>
  `exists (select from sent where ${instant} >= sent.told_from and ${instant} < sent.told_until)`;

/** Whose letter `letter` is. $1: village, or null; $2: collaboration, or null. */
const isOf = (letter: string): string => `(${letter}.village_id = $1::uuid or ${letter}.collaboration_id = $2::uuid)`;

/**
 * What happened in the collaboration $2, and on the points of it or of the village $1 that everyone may read, from $3 up
 * to and including $4, and what is late or coming on $5, up to and including $6. What was taken over from a public page
 * was not new then. What happened while a letter that was sent tells of, is told: so two letters on one day repeat
 * nothing, and what happens between them is in the second.
 */
export const factsQuery = `
  with sent as (
    select s.id, ${startOf('s.from_on')} as told_from, ${toldUntil} as told_until
    from status_letter s where ${isOf('s')} and s.published_at is not null),
  point as (
    select p.id, p.agenda_state, p.source_url is null as is_own,
      ${amsterdamDay('p.approved_at')} as approved_on, ${amsterdamDay('p.status_at')} as moved_on,
      ${isTold('p.approved_at')} as is_new_told, ${isTold('p.status_at')} as is_move_told
    from proposal_public p
    where p.agenda_state not in ('merged', 'withdrawn')
      and (p.village_id = $1::uuid or p.id in (
        select s.proposal_id from proposal_shared s where s.village_id = $1::uuid
        union all
        select o.proposal_id from collaboration_point_public o where o.collaboration_id = $2::uuid))),
  fact as (
    select 'together' as part, null::uuid as proposal_id, h.history_id, null::uuid as commitment_id,
        null::uuid as milestone_id, ${amsterdamDay('h.at')}::text as day, h.seq
      from collaboration_told h
      where h.collaboration_id = $2::uuid and ${amsterdamDay('h.at')} between $3::date and $4::date
        and not ${isTold('h.at')}
    union all
    select 'new', id, null, null, null, approved_on::text, null
      from point where is_own and not is_new_told and approved_on between $3::date and $4::date
    union all
    select 'moved', id, null, null, null, moved_on::text, null from point
      where agenda_state <> 'wish' and not is_move_told and moved_on between $3::date and $4::date
        and (is_own and not is_new_told and approved_on between $3::date and $4::date) is not true
    union all
    select 'kept', c.proposal_id, null, c.id, null, c.kept_on::text, null from commitment_public c
      where c.state = 'kept' and c.kept_on between $3::date and $4::date
        and not exists (
          select from status_letter_line l join sent on sent.id = l.letter_id where l.commitment_id = c.id and l.part = 'kept')
    union all
    select 'late', proposal_id, null, id, null, due_on::text, null from commitment_public
      where state in ('open', 'waiting') and due_on < $5::text::date
    union all
    select 'coming', proposal_id, null, case kind when 'promise' then id end, case kind when 'milestone' then id end,
        "when", null
      from due_public where "when" >= left($5::text, length("when")) and "when" <= $6::text)
  select f.part, f.proposal_id as "proposalId", f.history_id as "historyId", f.commitment_id as "commitmentId",
    f.milestone_id as "milestoneId", p.agenda_state as "agendaState", f.day
  from fact f left join point p on p.id = f.proposal_id
  where p.id is not null or f.history_id is not null
  order by array_position(array[${order}], f.part), f.day, f.seq, f.proposal_id, f.commitment_id, f.milestone_id
  limit ${letterLimits.lines}`;

export interface LetterRow extends LetterOwner {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

const owner = `
  case when v.id is not null then ${villageRef} end as village,
  case when c.id is not null then json_build_object('id', c.id, 'title', c.title) end as collaboration`;
const withOwner = `
  left join village_public v on v.id = l.village_id
  left join collaboration_public c on c.id = l.collaboration_id`;
const columns = `
  l.id, ${owner}, l.from_on::text as "fromOn", l.to_on::text as "toOn", l.title,
  l.created_at as "createdAt", l.published_at as "publishedAt"`;

/** The newest first, of a village $1 or a collaboration $2. $3: whether drafts are wanted; $4, $5: after which; $6: rows. */
export const lettersQuery = `
  select ${columns} from status_letter l ${withOwner}
  where ${isOf('l')} and (l.published_at is not null or $3)
    and ($4::timestamptz is null
      or (coalesce(l.published_at, l.created_at), l.id) < ($4::timestamptz, $5::uuid))
  order by coalesce(l.published_at, l.created_at) desc, l.id desc limit $6`;

/** Until when letters that were sent tell of the village $1 or the collaboration $2, that moment not included. */
export const toldUntilQuery = `
  select max(${toldUntil}) as "toldUntil" from status_letter s where ${isOf('s')} and s.published_at is not null`;

/** $1: id. */
export const collaborationQuery = 'select id, title from collaboration_public where id = $1';

export interface LetterDetailRow extends LetterRow {
  readonly introduction: string;
  readonly version: number;
  /** Null for the letter of a collaboration. */
  readonly place: Place | null;
}

/** $1: id. */
export const letterQuery = `
  select ${columns}, l.introduction, l.version, case when v.id is not null then ${place} end as place
  from status_letter l ${withOwner} where l.id = $1`;

/** Lines about the collaboration, and those of which everyone may read the point now. $1: letter; $2: whether those that were left out are wanted. */
export const linesQuery = `
  select l.id, l.part, l.day, coalesce(c.what, m.title) as what, l.milestone_id is not null as "isMilestone", l.words,
    l.is_left_out as "isLeftOut",
    case when p.id is not null then json_build_object('id', p.id, 'title', p.title, 'state', l.agenda_state) end as point,
    case when h.history_id is not null then json_build_object('kind', h.kind, 'party', h.party, 'to', h.to_state,
      'title', h.agreed, 'text', h.text) end as moment
  from status_letter_line l
  left join proposal_public p on p.id = l.proposal_id
  left join collaboration_told h on h.history_id = l.history_id
  left join commitment_public c on c.id = l.commitment_id
  left join milestone_public m on m.id = l.milestone_id
  where l.letter_id = $1 and ($2 or not l.is_left_out) and (p.id is not null or h.history_id is not null)
  order by l.position`;

export type LineRow = LetterLine;
