import { threadLimits } from '@kernagenda/conversations/domain';
import type {
  InboxFacts,
  ParticipantView,
  SideKind,
  SideView,
  ThreadSubjectKind,
} from '@kernagenda/conversations/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { photosOfMessage } from './message-photos.queries';

export interface ThreadRow {
  readonly id: string;
  readonly title: string;
  readonly subjectKind: ThreadSubjectKind;
  readonly subjectId: string | null;
  readonly participants: readonly ParticipantView[];
  readonly createdAt: Date;
  readonly lastMessageAt: Date;
  readonly excerpt: string | null;
  readonly unread: number;
  readonly inbox: InboxRow | null;
}

export interface InboxRow extends InboxFacts {
  readonly holder: SideView;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly dueOn: string;
}

const sideName = 'coalesce(person.display_name, v.name, team.name)';
const sideJoins = `
  left join person_public person on person.id = tp.person_id
  left join village_public v on v.id = tp.village_id
  left join team_public team on team.id = tp.team_id`;

/** Whether a person still answers the thread of `e`: whose role ended is named no more. $2: now. */
const answers = (person: string): string =>
  `exists (select from inbox_holder($2) a where a.thread_id = e.thread_id and a.person_id = ${person})`;

/** $1: the reader; $2: now. Who acts for more than one side reads what any of them may read. */
const threadsOf = (where: string): string => `
  with own as (
    select thread_id, case when bool_or(left_after is null) then null else max(left_after) end as reads_until
    from thread_reader($2) where person_id = $1 ${where} group by thread_id)
  select t.id, t.title, t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.created_at as "createdAt",
    coalesce(last.created_at, t.created_at) as "lastMessageAt", left(last.body, ${threadLimits.excerpt}) as excerpt,
    (select count(*)::int from message m
      where m.thread_id = t.id and m.number > coalesce(mark.number, 0) and m.number <= last.number
        and m.author_id is distinct from $1) as unread,
    (select json_agg(json_build_object('kind', tp.kind, 'name', ${sideName}, 'hasLeft', tp.left_at is not null)
        order by tp.joined_at, tp.kind desc, tp.id)
      from thread_participant tp ${sideJoins} where tp.thread_id = t.id) as participants,
    (select json_build_object('holderId', e.holder_id, 'state', e.state, 'dueOn', e.due_on, 'assigneeId', given.id,
        'assignee', given.display_name, 'holder', json_build_object('kind', tp.kind, 'name', ${sideName}))
      from inbox_entry e
      join thread_participant tp on tp.id = e.holder_id ${sideJoins}
      left join person_public given on given.id = e.assignee_id and ${answers('given.id')}
      where e.thread_id = t.id and own.reads_until is null) as inbox
  from own join thread t on t.id = own.thread_id
  -- "least" leaves out what is null.
  left join message last on last.thread_id = t.id and last.number = least(t.last_number, own.reads_until)
  left join thread_mark mark on mark.thread_id = t.id and mark.person_id = $1`;

/** Whether the thread is in the inbox of the reader, under filter $6. $7: today. */
const inInbox = `exists (
  select from inbox_entry e join inbox_holder($2) h on h.thread_id = e.thread_id and h.person_id = $1
  where e.thread_id = t.id and e.state <> 'closed' and own.reads_until is null
    and not exists (select from thread_participant me where me.thread_id = t.id and me.person_id = $1)
    and case $6::text
      when 'mine' then e.assignee_id = $1 or e.assignee_id in (select c.covered_id from cover_public c
        where c.covering_id = $1 and c.starts_at <= $2 and c.ends_at > $2)
      when 'unassigned' then e.assignee_id is null or not ${answers('e.assignee_id')}
      when 'late' then e.state = 'waiting' and e.due_on < $7::date
      else true end)`;

/** Whether the title, or a message the reader may read, has what is looked for. $8: a pattern. */
const isFound = `(t.title ilike $8 or exists (
  select from message m where m.thread_id = t.id and m.number <= least(t.last_number, own.reads_until) and m.body ilike $8))`;

/** $3, $4: the keys after which the page begins, or null; $5: rows; $6: the filter of the inbox, or null; $7: today; $8: a pattern, or null. */
export const listQuery = `${threadsOf('')}
  where ($3::timestamptz is null or (coalesce(last.created_at, t.created_at), t.id) < ($3::timestamptz, $4::uuid))
    and ($6::text is null or ${inInbox}) and ($8::text is null or ${isFound})
  order by coalesce(last.created_at, t.created_at) desc, t.id desc limit $5`;

/** $3: the thread. */
export const oneQuery = threadsOf('and thread_id = $3');

export interface ParticipantRow {
  readonly id: string;
  readonly kind: SideKind;
  readonly personId: string | null;
  readonly villageId: string | null;
  readonly areaId: string | null;
  readonly municipalityId: string | null;
  readonly needsStandIn: boolean;
  readonly teamId: string | null;
  readonly leftAfter: number | null;
  readonly readsOnly: boolean;
  /** The village of the resident whose thread it is. */
  readonly homeId: string | null;
}

/** $1: the thread; $2: now. */
export const participantsQuery = `
  select tp.id, tp.kind, tp.person_id as "personId", tp.village_id as "villageId", v.area_id as "areaId",
    v.municipality_id as "municipalityId", tp.team_id as "teamId", tp.left_after as "leftAfter",
    tp.reads_only as "readsOnly", case when t.subject_kind = 'direct' then t.subject_id end as "homeId",
    tp.kind = 'brokers' and needs_stand_in(v.id, null, $2) as "needsStandIn"
  from thread_participant tp
  join thread t on t.id = tp.thread_id
  left join village_public v on v.id = tp.village_id
  where tp.thread_id = $1 order by tp.joined_at, tp.id`;

/** $1: the thread, locked until the transaction ends, so that messages and leaving have an order. */
export const lockQuery = `select last_number as "lastNumber" from thread where id = $1 for no key update`;

/** Who hears that something changed: everyone who may read on at this moment. $1: the thread; $2: now. */
export const listenersQuery = `
  select distinct person_id as id from thread_reader($2) where thread_id = $1 and left_after is null`;

export interface MessageRow {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly photos: readonly PhotoView[];
  readonly authorId: string | null;
  readonly author: string | null;
  readonly participantId: string;
  readonly side: SideView;
  readonly createdAt: Date;
  readonly isDirect: boolean;
  readonly draftId: string | null;
  readonly isPublic: boolean;
}

const messageColumns = `
  select m.id, m.number, m.body, ${photosOfMessage} as photos, m.author_id as "authorId", author.display_name as author,
    m.participant_id as "participantId", json_build_object('kind', tp.kind, 'name', ${sideName}) as side,
    m.created_at as "createdAt", t.subject_kind = 'direct' as "isDirect", m.draft_id as "draftId",
    exists (select from proposal_public p where p.id = m.draft_id) as "isPublic"
  from message m
  join thread t on t.id = m.thread_id
  join thread_participant tp on tp.id = m.participant_id
  left join person_public author on author.id = m.author_id ${sideJoins}`;

/** Newest first. $1: the thread; $2: the last that may be read, or null; $3: the number the page ends before, or null; $4: rows. */
export const messagesQuery = `${messageColumns}
  where m.thread_id = $1 and ($2::int is null or m.number <= $2) and ($3::numeric is null or m.number < $3::numeric)
  order by m.number desc limit $4`;

/** $1: the thread; $2: the message; $3: the last that may be read, or null. */
export const messageQuery = `${messageColumns}
  where m.thread_id = $1 and m.id = $2 and ($3::int is null or m.number <= $3)`;

/** $1: villages. */
export const placesQuery = `
  select id as "villageId", area_id as "areaId", municipality_id as "municipalityId"
  from village_public where id = any($1::uuid[])`;

/** Only ever forward, and never past what there is. $1: the thread; $2: the person; $3: the number read up to. */
export const markQuery = `
  insert into thread_mark (thread_id, person_id, number)
  select id, $2, least(last_number, $3::int) from thread where id = $1
  on conflict (thread_id, person_id) do update set number = excluded.number
  where thread_mark.number < excluded.number returning number`;
