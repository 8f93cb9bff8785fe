import type { AgendaState, ProposalKind, Theme } from '@kernagenda/proposals/domain';

/** A point as everybody may read it; never who wrote or supports it. */
export interface ExportedPoint {
  readonly id: string;
  readonly village: string;
  readonly alsoVillages: readonly string[];
  readonly title: string;
  readonly body: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
  readonly agendaState: AgendaState;
  /** The year in which a taken-over status was reported; null when unknown or when the point was born here. */
  readonly reportedYear: number | null;
  readonly sourceUrl: string | null;
  readonly supportFromVillage: number;
  readonly supportFromElsewhere: number;
  /** How many of those of the village proved to live there. */
  readonly supportProven: number;
  /** Longitude and latitude of the middle of its village: a place of its own it has only in words. */
  readonly point: readonly [number, number];
}

/** $1: slug of a village, or null for all; $2: the number of rows. The newest first. */
export const exportQuery = `
  select p.id, v.name as village, coalesce((select json_agg(av.name order by av.name) from proposal_shared s
      join village_public av on av.id = s.village_id where s.proposal_id = p.id), '[]') as "alsoVillages",
    p.title, p.body, coalesce(p.theme, 'other') as theme, p.kind, p.agenda_state as "agendaState",
    r.reported_year as "reportedYear", p.source_url as "sourceUrl", p.support_from_village as "supportFromVillage",
    p.support_from_elsewhere as "supportFromElsewhere", coalesce(proven.count, 0)::int as "supportProven", w.point
  from proposal_public p join village_public v on v.id = p.village_id join village_place w on w.village_id = v.id
  left join proposal_reported r on r.proposal_id = p.id
  left join (select proposal_id, count(*) from support_proven group by proposal_id) proven on proven.proposal_id = p.id
  where p.agenda_state <> 'merged' and ($1::text is null or v.slug = $1
    or exists (select from proposal_shared s join village_public sv on sv.id = s.village_id
      where s.proposal_id = p.id and sv.slug = $1))
  order by p.listed_at desc, p.id desc limit $2`;
