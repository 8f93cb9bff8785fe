import { photoJson } from '@kernagenda/proposals/api';

/** The photos of message `m`, in the order of its author. */
export const photosOfMessage = `coalesce((
  select json_agg(${photoJson('ph')} order by ph.position) from message_photo ph where ph.message_id = m.id), '[]')`;

/** Lets one call at a time keep a photo for this person. $1: the person. */
export const senderLockQuery = `select pg_advisory_xact_lock(hashtextextended('message_photo ' || $1::text, 0))`;

/** Those of these photos that this person has not sent yet, locked. $1: the photos; $2: the person. */
export const unsentQuery = `
  select id from message_photo where id = any($1::uuid[]) and sender_id = $2 and message_id is null
  order by id for update`;

/**
 * For who may read its message, up to the moment they left; before it is sent, for its sender.
 * $1: the photo; $2: the reader; $3: now; $4: the size; $5: whether the reader has it.
 */
export const messagePhotoFileQuery = `
  select false as "isPublic", case when $5::boolean then null else f.content end as content
  from message_photo ph
  join message_photo_file f on f.photo_id = ph.id and f.size = $4
  left join message m on m.id = ph.message_id
  where ph.id = $1 and case when m.id is null then ph.sender_id = $2 else exists (
    select 1 from thread_reader($3) r
    where r.thread_id = m.thread_id and r.person_id = $2 and (r.left_after is null or m.number <= r.left_after)) end`;
