import type { Actor, Place, Role, ScopeType } from '@kernagenda/identity/domain';
import type { Benefit, DeclinedView, EvidenceView, FlagPoint, MatchFlagState } from '@kernagenda/matching/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { isSuggested } from './suggestions.queries';

/** A flag with all that its view is made of. */
export interface FlagRow {
  readonly id: string;
  readonly label: string;
  readonly state: MatchFlagState;
  readonly version: number;
  readonly theme: Theme;
  readonly benefit: Benefit;
  readonly suggestedAt: Date;
  readonly snoozedUntil: string | null;
  readonly isConfirmed: boolean;
  readonly declined: DeclinedView | null;
  readonly villages: number;
  readonly places: readonly Place[];
  readonly points: readonly FlagPoint[];
  /** Of each pair of its points, heaviest first. */
  readonly evidence: readonly (readonly EvidenceView[])[];
}

const readers: readonly Role[] = ['broker', 'official', 'alderman'];

/** Who reads: $1 home village; $2, $3, $4 villages, areas and municipalities; $5 teams; and the day: $6. */
export function readerValues(actor: Actor, day: string): readonly unknown[] {
  const scopes = (type: ScopeType): string[] =>
    actor.roles
      .filter(({ role, scopeType }) => scopeType === type && readers.includes(role))
      .map(({ scopeId }) => scopeId);
  return [actor.homeVillageId, scopes('village'), scopes('area'), scopes('municipality'), scopes('team'), day];
}

/**
 * Whether a point `o` in a village `v` lets a reader see the flag: brokers and aldermen by its village, officials by the
 * team that has the point, and nobody by the village they live in.
 */
const isInScope = `(v.id is distinct from $1::uuid
  and (v.id = any($2::uuid[]) or v.area_id = any($3::uuid[]) or v.municipality_id = any($4::uuid[])
    or exists (select 1 from proposal_of_team t where t.id = o.id and t.team_id = any($5::uuid[]))))`;

const state = `case when ${isSuggested('$6')} then 'suggested' else f.state end`;

/** The points of flags `f` everybody may read, once per village they stand for. */
const memberJoins = `
  match_flag_member m
  join proposal_public o on o.id = m.proposal_id and o.agenda_state not in ('merged', 'withdrawn')
  cross join lateral (
    select o.village_id as id
    union all select a.village_id from proposal_also_village a where a.proposal_id = o.id
  ) stands
  join village_public v on v.id = stands.id`;

const amount = `coalesce(
  (select jsonb_build_object('least', c.least, 'most', c.most, 'unit', c.unit, 'cents', c.cents, 'isCorrected', true)
    from match_amount c where c.proposal_id = o.id),
  (select t.amount || '{"isCorrected": false}' from match_text t where t.proposal_id = o.id and t.is_public))`;

const flagColumns = `
  f.id, f.label, ${state} as state, f.version, f.theme, f.benefit, f.suggested_at as "suggestedAt",
  case when not ${isSuggested('$6')} then f.snoozed_until::text end as "snoozedUntil", f.is_confirmed as "isConfirmed",
  case when f.state = 'declined' then json_build_object('reason', f.decline_reason, 'note', f.decline_note,
    'by', (select display_name from person_public where id = f.decided_by),
    'at', to_char(f.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as declined,
  page.villages,
  (select json_agg(distinct jsonb_build_object('villageId', m.village_id, 'areaId', m.area_id,
      'municipalityId', m.municipality_id))
    from member m where m.flag_id = f.id) as places,
  (select json_agg(m.point order by m.village, m.title, m.id, m.village_id) from member m where m.flag_id = f.id) as points,
  (select coalesce(json_agg(r.evidence order by r.score desc, r.proposal_id, r.other_id), '[]')
    from (select distinct id from member where flag_id = f.id) m
    join resemblance r on r.proposal_id = m.id and r.tier in ('strong', 'possible') and not r.is_opposite
    where r.proposal_id < r.other_id and r.other_id in (select id from member where flag_id = f.id)) as evidence`;

const flags = (isWanted: string): string => `
  with seen as (
    select f.id, count(distinct v.id)::int as villages, bool_or(${isInScope}) as is_readable,
      array_agg(v.slug) as slugs
    from match_flag f join (${memberJoins}) on m.flag_id = f.id
    where ${isWanted} group by f.id
  )`;

/** Read once for the whole page: without it the database looks for the members of each flag among all points. */
const members = `
  member as materialized (
    select m.flag_id, o.id, o.title, v.id as village_id, v.name as village, v.area_id, v.municipality_id,
      json_build_object('proposalId', o.id, 'title', o.title, 'body', o.body, 'agendaState', o.agenda_state,
        'village', json_build_object('id', v.id, 'slug', v.slug, 'name', v.name), 'amount', ${amount}) as point
    from ${memberJoins} where m.flag_id in (select id from page)
  )`;

/**
 * Flags of this reader, most villages first, then the newest. From $1: `readerValues`; filters or null: $7 state,
 * $8 theme, $9 benefit, $10 slug of a village; $11, $12, $13: the keys after which the page begins, or null; $14: rows.
 */
export const boardQuery = `
  ${flags(`${state} = $7 and ($8::text is null or f.theme = $8) and ($9::text is null or f.benefit = $9)`)}, page as (
    select seen.id, seen.villages from seen join match_flag f on f.id = seen.id
    where seen.is_readable and seen.villages > 1 and ($10::text is null or $10 = any(seen.slugs))
      and ($11::int is null
        or (seen.villages, f.suggested_at, f.id) < ($11::int, $12::timestamptz, $13::uuid))
    order by seen.villages desc, f.suggested_at desc, f.id desc limit $14
  ), ${members}
  select ${flagColumns} from page join match_flag f on f.id = page.id
  order by page.villages desc, f.suggested_at desc, f.id desc`;

/** From $1: `readerValues`; $7: the flag. No row when it does not exist for this reader. */
export const flagQuery = `
  ${flags('f.id = $7')}, page as (select id, villages from seen where is_readable and villages > 1), ${members}
  select ${flagColumns} from page join match_flag f on f.id = page.id`;

/** $1: the flag, which nobody changes until the transaction ends. */
export const lockFlagQuery = 'select id from match_flag where id = $1 for no key update';

/** What people said last of each flag they judged. */
export const judgedQuery = `
  select count(*) filter (where verdict = 'right')::int as right, count(*) filter (where verdict = 'wrong')::int as wrong
  from (select distinct on (flag_id) verdict from match_judgement where withdrawn_at is null
    order by flag_id, id desc) said`;

/** $1: ids of points. */
export const readTextsQuery = `
  select proposal_id as id, village_ids as villages, features from match_text
  where proposal_id = any($1::uuid[]) and is_public`;

/** $1: texts (id, villages, stems) as JSON; $2: flag, $3: verdict, $4: reason, $5: note, $6: person, $7: now. */
export const judgeQuery = `
  with text as (select * from jsonb_to_recordset($1::jsonb) as t(id uuid, villages uuid[], stems text[]))
  insert into match_judgement (a_id, b_id, flag_id, verdict, reason, note, person_id, at, a_stems, b_stems)
  select a.id, b.id, $2, $3, $4, $5, $6, $7, a.stems, b.stems
  from text a join text b on a.id < b.id and not a.villages && b.villages order by a.id, b.id`;

/** $1: flag; $2: now. */
export const withdrawQuery = `
  update match_judgement set withdrawn_at = $2 where flag_id = $1 and verdict = 'wrong' and withdrawn_at is null`;

/** $1: flag. Points that meanwhile stand in another flag stay there. */
export const leaveOthersQuery = `
  delete from match_flag_member m where m.flag_id = $1 and exists (
    select 1 from match_flag_member n join match_flag f on f.id = n.flag_id
    where n.proposal_id = m.proposal_id and f.id <> $1 and f.state not in ('declined', 'expired'))`;

/** Who reads a flag at this moment. $1: the flag; $2: now. */
export const flagReadersQuery = `
  select distinct r.person_id as id
  from ${memberJoins}
  join role_public r on r.role in ('broker', 'official', 'alderman') and r.starts_at <= $2
    and (r.ends_at is null or r.ends_at > $2) and r.home_village_id is distinct from v.id
    and ((r.scope_type = 'village' and r.scope_id = v.id) or (r.scope_type = 'area' and r.scope_id = v.area_id)
      or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id)
      or (r.scope_type = 'team' and exists (
        select 1 from proposal_of_team t where t.id = o.id and t.team_id = r.scope_id)))
  where m.flag_id = $1`;

const judgedText = (side: string): string =>
  `json_build_object('id', ${side}.id, 'village', v${side}.name, 'title', ${side}.title, 'body', ${side}.body)`;

/** What was said last of each pair of public texts, in a fixed order. */
export const judgedPairsQuery = `
  with said as (
    select distinct on (a_id, b_id) * from match_judgement where withdrawn_at is null order by a_id, b_id, id desc)
  select ${judgedText('a')} as a, ${judgedText('b')} as b, said.verdict, said.reason,
    said.a_stems as "aStems", said.b_stems as "bStems", ta.features as "aFeatures", tb.features as "bFeatures"
  from said
  join proposal_public a on a.id = said.a_id join village_public va on va.id = a.village_id
  join proposal_public b on b.id = said.b_id join village_public vb on vb.id = b.village_id
  join match_text ta on ta.proposal_id = a.id and ta.is_public
  join match_text tb on tb.proposal_id = b.id and tb.is_public
  order by said.a_id, said.b_id`;
