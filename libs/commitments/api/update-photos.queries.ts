import type { UpdateKind } from '@kernagenda/commitments/domain';
import { photoJson } from '@kernagenda/proposals/api';

/** The photos of status update `u`, in the order of its author. */
export const photosOfUpdate = `coalesce((
  select json_agg(${photoJson('ph')} order by ph.position) from update_photo ph where ph.update_id = u.id), '[]')`;

/** Lets one call at a time keep a photo for this person. $1: the person. */
export const senderLockQuery = `select pg_advisory_xact_lock(hashtextextended('update_photo ' || $1::text, 0))`;

/** Those of these photos that this person has not sent yet, locked. $1: the photos; $2: the person. */
export const unsentQuery = `
  select id from update_photo where id = any($1::uuid[]) and sender_id = $2 and update_id is null
  order by id for update`;

/** $1: photo; $2: size; $3: whether the reader has it. Who may read it is asked after. */
export const updatePhotoFileQuery = `
  select ph.sender_id as "senderId", u.proposal_id as "proposalId", u.kind,
    u.author_id as "authorId", u.hidden_reason is not null as "isHidden",
    case when $3::boolean then null else f.content end as content
  from update_photo ph
  join update_photo_file f on f.photo_id = ph.id and f.size = $2
  left join status_update u on u.id = ph.update_id
  where ph.id = $1`;

export interface UpdatePhotoFileRow {
  readonly senderId: string;
  /** Null until it is sent. */
  readonly proposalId: string | null;
  readonly kind: UpdateKind;
  readonly authorId: string | null;
  readonly isHidden: boolean;
  readonly content: Buffer | null;
}
