import { workLimits } from '@kernagenda/commitments/domain';
import { commitmentColumns, teamRef } from './promises.queries';
import { isSilent, sinceColumns, statusAt } from './silence';

const { rows } = workLimits;
const villageRef = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;

/** Whether a village `v` is one in which the reader is broker. $1: home; $2, $3, $4: villages, areas, municipalities. */
const isOfBroker = `(v.id is distinct from $1::uuid and (v.id = any($2::uuid[]) or v.area_id = any($3::uuid[])
  or v.municipality_id = any($4::uuid[])))`;
/** Or the row is one of an own team. $5: teams. */
const isOwn = (team: string): string =>
  `(${isOfBroker} or (${team} = any($5::uuid[]) and v.id is distinct from $1::uuid))`;

/** $6: today. With how many there are and how many of them are late. */
export const promiseWorkQuery = `
  select ${commitmentColumns}, json_build_object('id', p.id, 'title', p.title, 'theme', coalesce(p.theme, 'other')) as point,
    ${villageRef} as village, count(*) over ()::int as count,
    count(*) filter (where c.due_on < $6::date) over ()::int as late
  from commitment_public c
  join proposal_public p on p.id = c.proposal_id
  join village_public v on v.id = p.village_id
  left join team_public t on t.id = c.team_id
  where c.state in ('open', 'waiting') and ${isOwn('c.team_id')}
  order by c.due_on, c.id limit ${rows}`;

/** $6: silent since before. */
export const silentPointsQuery = `
  select p.id, p.title, ${villageRef} as village, ${teamRef('t')} as team, ${sinceColumns},
    count(*) over ()::int as count
  from proposal_public p
  join village_public v on v.id = p.village_id
  left join proposal_of_team o on o.id = p.id
  left join team_public t on t.id = o.team_id
  where ${isSilent('$6')} and ${isOwn('o.team_id')}
  order by ${statusAt} nulls first, p.id limit ${rows}`;

/** $5: silent since before. What was taken over from a page is no voice. */
export const silentVillagesQuery = `
  select ${villageRef} as village, said.at as "lastAt", count(*) over ()::int as count
  from village_public v
  left join lateral (
    select max(p.created_at) as at from proposal_public p where p.village_id = v.id and p.source_url is null
  ) said on true
  where ${isOfBroker} and (said.at is null or said.at < $5::timestamptz)
  order by said.at nulls first, v.name, v.id limit ${rows}`;
