import type { NewsItem, NewsVoice } from '@kernagenda/news/domain';

export interface NewsRow extends Omit<NewsItem, 'by' | 'toldAt' | 'correctedAt' | 'allowedActions'> {
  readonly voice: NewsVoice;
  readonly toldAt: Date;
  readonly correctedAt: Date | null;
}

/** The newest first. $1: village; $2, $3: the keys after which the page begins, or null; $4: rows. */
export const newsQuery = `
  select n.id, n.kind, n.title, n.text, n.starts_on::text as "startsOn", n.ends_on::text as "endsOn", n.place, n.voice,
    n.told_at as "toldAt", n.corrected_at as "correctedAt", n.version,
    case when p.id is not null then json_build_object('id', p.id, 'title', p.title) end as point
  from village_news n left join proposal_public p on p.id = n.proposal_id
  where n.village_id = $1 and ($2::timestamptz is null or (n.told_at, n.id) < ($2::timestamptz, $3::uuid))
  order by n.told_at desc, n.id desc limit $4`;

/** $1: id of a point. Whether everyone may read it. */
export const pointIsPublicQuery = 'select 1 from proposal_public where id = $1';
