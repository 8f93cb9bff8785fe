import type { Story } from '@kernagenda/news/domain';
import { villageRef } from './village.queries';

export interface StoryRow extends Omit<Story, 'toldAt' | 'costCents'> {
  readonly toldAt: Date;
  /** A bigint comes as text. */
  readonly costCents: string | null;
}

/** Told last first. $1, $2: the keys after which the page begins, or null; $3: rows. */
export const storiesQuery = `
  select s.id, s.proposal_id as "pointId", s.title, ${villageRef} as village,
    s.before, s.after, s.cost_cents::text as "costCents", s.partners, s.thanks, s.told_at as "toldAt"
  from story_told_public s join village_public v on v.id = s.village_id
  where $1::timestamptz is null or (s.told_at, s.id) < ($1::timestamptz, $2::uuid)
  order by s.told_at desc, s.id desc limit $3`;
