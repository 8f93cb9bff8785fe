/** The new thread waits for its brokers. $1: the thread; $2: the day by which it is answered. */
export const openQuery = `
  insert into inbox_entry (thread_id, holder_id, state, due_on)
  select $1, id, 'waiting', $2::date from thread_participant where thread_id = $1 and kind = 'brokers'`;

/**
 * Who wrote last decides what waits; the day stands while it waits. Nothing happens to a thread without an entry.
 * $1: the thread; $2: for whom was written; $3: the day by which a message of this moment is answered.
 */
export const writtenQuery = `
  update inbox_entry e set
    state = case when tp.kind = 'person' then 'waiting' else 'answered' end,
    due_on = case when tp.kind = 'person' and e.state <> 'waiting' then $3::date else e.due_on end
  from thread_participant tp
  where e.thread_id = $1 and tp.id = $2 and tp.kind <> 'group'`;

/** Who wrote last decides what waits again. $1: the thread. */
export const reopenedQuery = `
  update inbox_entry e set state = case when tp.kind = 'person' then 'waiting' else 'answered' end
  from thread t join message m on m.thread_id = t.id and m.number = t.last_number
  join thread_participant tp on tp.id = m.participant_id
  where e.thread_id = $1 and t.id = e.thread_id`;

/** By name. $1: the thread; $2: now. */
export const colleaguesQuery = `
  select p.id, p.display_name as "displayName", p.id is not distinct from e.assignee_id as "isAssignee"
  from inbox_holder($2) h join person_public p on p.id = h.person_id join inbox_entry e on e.thread_id = h.thread_id
  where h.thread_id = $1
    and not exists (select from thread_participant tp where tp.thread_id = $1 and tp.person_id = p.id)
  order by p.display_name, p.id limit 100`;

/** The team, while it runs, of the municipality of the village a thread is about. $1: the thread; $2: the team; $3: now. */
export const teamQuery = `
  select team.id from thread t
  join village_public v on v.id = t.subject_id
  join team_public team on team.municipality_id = v.municipality_id
  where t.id = $1 and team.id = $2 and team.starts_at <= $3 and (team.ends_at is null or team.ends_at > $3)`;

export interface NoteRow {
  readonly id: string;
  readonly body: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly createdAt: Date;
}

/** The newest first. $1: the thread. */
export const notesQuery = `
  select n.id, n.body, n.author_id as "authorId", p.display_name as author, n.created_at as "createdAt"
  from thread_note n left join person_public p on p.id = n.author_id
  where n.thread_id = $1 order by n.created_at desc, n.id limit 200`;

/** Who reads the notes of a thread: all who read it but who asks something in it. $1: the thread; $2: now. */
export const noteReadersQuery = `
  select distinct r.person_id as id from thread_reader($2) r
  where r.thread_id = $1 and r.left_after is null
    and not exists (select from thread_participant tp where tp.thread_id = $1 and tp.person_id = r.person_id)`;

/** $1: the thread. */
export const lastMessageQuery = `
  select m.id from thread t join message m on m.thread_id = t.id and m.number = t.last_number where t.id = $1`;
