import { readable, readerValueCount } from './proposals.read-rule';

/** A row with this alias as `PhotoView`, also of photos in contexts to the right. */
export const photoJson = (ph: string): string =>
  `json_build_object('id', ${ph}.id, 'description', ${ph}.description, 'isUndescribed', ${ph}.is_undescribed,
    'width', ${ph}.width, 'height', ${ph}.height)`;

/** The photos of proposal `p` that its author, or who reads it as parameter `reader`, may see. */
export const photosFor = (reader: number): string => `coalesce((
  select json_agg(${photoJson('ph')} order by ph.position) from proposal_photo ph
  where ph.proposal_id = p.id and (ph.is_sent or p.author_id = $${reader})), '[]')`;

/** The photos that were sent in with proposal `p`; for contexts to the right. */
export const sentPhotos = `coalesce((
  select json_agg(${photoJson('ph')} order by ph.position) from proposal_photo_sent ph where ph.proposal_id = p.id), '[]')`;

const [size, isSeen] = [1, 2].map((offset) => `$${readerValueCount + 1 + offset}`);

/** $1: photo; from $2: `readerValues`; then the size, and whether the reader has it. No row when it is not for them. */
export const photoFileQuery = `
  select p.moderation_state = 'approved' as "isPublic", case when ${isSeen}::boolean then null else f.content end as content
  from proposal_photo ph
  join proposal p on p.id = ph.proposal_id
  join village_public v on v.id = p.village_id
  join proposal_photo_file f on f.photo_id = ph.id and f.size = ${size}
  where ph.id = $1 and ${readable(2)} and (ph.is_sent or p.author_id = $2)`;
