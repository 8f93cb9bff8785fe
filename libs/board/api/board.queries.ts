import { boardLimits } from '@kernagenda/board/domain';
import type { PointStanding, VisitPromise } from '@kernagenda/board/domain';
import { countsOf, isAsked, isSilent, sinceColumns, statusAt, themeOf, villageIs } from '@kernagenda/commitments/api';
import type { SinceRow } from '@kernagenda/commitments/api';
import type { Placed } from '@kernagenda/commitments/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';

const { people, rows } = boardLimits;

export interface PointCountRow extends Placed {
  readonly standing: PointStanding;
  readonly count: number;
}

/** How many public points stand how. $1: silent since before; $2: slug of a village, or null for all. */
export const pointCountsQuery = `
  ${countsOf(`
  select p.id, p.id as proposal_id, p.village_id, ${themeOf} as theme, case
    when ${isSilent('$1')} then 'still' when ${isAsked} then 'moving' when p.agenda_state = 'on_hold' then 'paused'
    when p.agenda_state = 'done' then 'done' else 'wishes' end as standing
  from proposal_public p where p.agenda_state not in ('not_feasible', 'merged', 'withdrawn')
    and ($2::text is null or ${villageIs('$2')})`)}
  where $2::text is null or v.slug = $2`;

export interface VoiceRow {
  readonly village: VillageRef;
  readonly isHeard: boolean;
}

const villageRef = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;

/** By name. $1: from when. A proposal speaks for its village, support and what people say for that of who does it. */
export const voicesQuery = `
  select ${villageRef} as village,
    exists (select from proposal_public p where p.village_id = v.id and p.source_url is null
      and coalesce(p.approved_at, p.created_at) >= $1)
    or exists (select from support_heard s where s.village_id = v.id and s.created_at >= $1)
    or exists (select from comment_heard c where c.village_id = v.id and c.created_at >= $1) as "isHeard"
  from village_public v order by v.name, v.id`;

/** Whether a point `p` lies in village $1, also when villages share it. */
const here = `p.id in (select own.id from proposal_public own where own.village_id = $1
    union select s.proposal_id from proposal_shared s where s.village_id = $1)`;
const count = 'count(*) over ()::int as count';

export interface DoneRow {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly author: string | null;
}

/** $1: village; $2: from when. What was taken over as done was done before anybody counted. */
export const doneQuery = `
  select p.id, p.title, p.status_at as at, person.display_name as author, ${count}
  from proposal_public p
  left join proposal_authored a on a.id = p.id
  left join person_public person on person.id = a.author_id
  where ${here} and p.agenda_state = 'done' and p.status_at >= $2
  order by p.status_at desc, p.id limit ${rows}`;

export interface StillRow extends SinceRow {
  readonly id: string;
  readonly title: string;
  readonly team: TeamRef | null;
}

/** $1: village; $2: silent since before. */
export const stillQuery = `
  select p.id, p.title, ${sinceColumns},
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team, ${count}
  from proposal_public p
  left join proposal_of_team o on o.id = p.id
  left join team_public t on t.id = o.team_id
  where ${here} and ${isSilent('$2')}
  order by ${statusAt} nulls first, p.id limit ${rows}`;

export interface MovingRow extends SinceRow {
  readonly id: string;
  readonly title: string;
}

/** $1: village; $2: silent since before. */
export const movingQuery = `
  select p.id, p.title, ${sinceColumns}, ${count}
  from proposal_public p
  where ${here} and ${isAsked} and not ${isSilent('$2')}
  order by ${statusAt} desc, p.id limit ${rows}`;

/** $1: village. A wish that was merged into another asked for it too. */
export const wishesQuery = `
  select p.id, p.title, 1 + coalesce(merged.count, 0) as times,
    nullif(greatest(p.support_from_village + p.support_from_elsewhere, ${people - 1}), ${people - 1}) as support, ${count}
  from proposal_public p
  left join (select merged_into_id as id, count(*)::int as count from proposal_public
    where merged_into_id is not null group by merged_into_id) merged using (id)
  where ${here} and p.agenda_state in ('wish', 'exploring')
  order by 1 + coalesce(merged.count, 0) desc, p.support_from_village + p.support_from_elsewhere desc, p.title, p.id
  limit ${rows}`;

/** $1: village; $2: today. */
export const lateQuestionsQuery = `
  select p.id, p.title, min(c.due_on)::text as "dueOn", ${count}
  from comment_heard c join proposal_public p on p.id = c.proposal_id
  where ${here} and c.kind = 'question' and c.state = 'open' and c.due_on < $2::date
  group by p.id, p.title
  order by min(c.due_on), p.id limit ${rows}`;

export interface PromiseRow extends VisitPromise {
  readonly isLate: boolean;
}

/** The first that are late, and the first that still run. $1: village; $2: today. */
export const runningPromisesQuery = `
  select id, title, what, team, "dueOn", "isLate" from (
    select p.id, p.title, c.what, c.id as commitment_id, c.due_on::text as "dueOn", c.due_on < $2::date as "isLate",
      case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team,
      row_number() over (partition by c.due_on < $2::date order by c.due_on, c.id) as place
    from commitment_public c
    join proposal_public p on p.id = c.proposal_id
    left join team_public t on t.id = c.team_id
    where ${here} and c.state in ('open', 'waiting')
  ) running where place <= ${rows} order by "dueOn", commitment_id`;
