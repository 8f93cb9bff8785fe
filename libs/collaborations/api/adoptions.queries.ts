import type { AgendaState, ProposalKind, Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { adoptionLimits } from '@kernagenda/collaborations/domain/adoptions';

const village = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village`;

export interface OriginRow {
  readonly proposalId: string;
  readonly title: string;
  readonly body: string;
  readonly theme: Theme | null;
  readonly kind: ProposalKind | null;
  readonly agendaState: AgendaState;
  readonly village: VillageRef;
  readonly villageIds: readonly string[];
  readonly takenIn: readonly string[];
}

/** $1: a point. No row unless everybody may read it. */
export const pointQuery = `
  select p.id as "proposalId", p.title, p.body, p.theme, p.kind, p.agenda_state as "agendaState", ${village},
    array(select p.village_id union select s.village_id from proposal_shared s where s.proposal_id = p.id) as "villageIds",
    array(select t.village_id from adoption t join proposal_public q on q.id = t.adopted_id
      where t.origin_id = p.id) as "takenIn"
  from proposal_public p join village_public v on v.id = p.village_id where p.id = $1`;

export interface QuoteRow extends Omit<OriginRow, 'theme' | 'kind' | 'villageIds' | 'takenIn'> {
  readonly story: string | null;
  /** As PostgreSQL writes it. */
  readonly cents: string | null;
}

/** $1: a point. Where it came from, how it was done there and for what; no row when that is not public. */
export const originQuery = `
  select p.id as "proposalId", p.title, p.body, p.agenda_state as "agendaState", ${village},
    coalesce(t.after, s.evidence) as story, coalesce(t.cost_cents, m.cents) as cents
  from adoption a
  join proposal_public p on p.id = a.origin_id
  join village_public v on v.id = p.village_id
  left join proposal_story s on s.proposal_id = p.id
  left join story_public t on t.proposal_id = p.id
  left join match_amount_public m on m.proposal_id = p.id
  where a.adopted_id = $1`;

export interface JourneyRow {
  readonly proposalId: string;
  readonly title: string;
  readonly agendaState: AgendaState;
  readonly village: VillageRef;
  readonly originId: string | null;
  readonly since: Date;
  readonly steps: number;
}

/**
 * $1: a point. The whole way of its idea, from where it began; it goes no further than what everybody may read, so a
 * point that was hidden is a gap and not a stop.
 */
export const journeyQuery = `
  with recursive back as (
    select $1::uuid as id, 0 as steps
    union all
    select a.origin_id, back.steps + 1 from back
    join adoption a on a.adopted_id = back.id join proposal_public p on p.id = a.origin_id
    where back.steps < ${adoptionLimits.steps}
  ), way as (
    select id, null::uuid as origin_id, 0 as steps, array[]::text[] as path
    from (select id from back order by steps desc limit 1) as start
    union all
    select a.adopted_id, a.origin_id, way.steps + 1, way.path || (a.created_at::text || a.id)
    from way join adoption a on a.origin_id = way.id join proposal_public p on p.id = a.adopted_id
    where way.steps < ${adoptionLimits.steps}
  )
  select p.id as "proposalId", p.title, p.agenda_state as "agendaState", ${village}, way.origin_id as "originId",
    coalesce(p.approved_at, p.created_at) as since, way.steps
  from way join proposal_public p on p.id = way.id join village_public v on v.id = p.village_id
  order by way.path limit ${adoptionLimits.points}`;

/** $1: a point; $2: a person. What they made of it. */
export const mineQuery = `select adopted_id as "proposalId" from adoption where origin_id = $1 and person_id = $2`;

/** $1: a point. What it came from and what came of it. */
export const besideQuery = `
  select p.id as "proposalId", p.village_id as "villageId"
  from adoption a join proposal_public p on p.id = case a.origin_id when $1 then a.adopted_id else a.origin_id end
  where $1 in (a.origin_id, a.adopted_id)`;
