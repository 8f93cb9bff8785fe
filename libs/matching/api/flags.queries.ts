import type { Actor, Place, Role, ScopeType } from '@kernagenda/identity/domain';
import type {
  AskAnswerer,
  Benefit,
  DeclinedView,
  EvidenceView,
  FlagPoint,
  MatchFlagState,
  SideView,
} from '@kernagenda/matching/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { isSuggested } from './suggestions.queries';

/** One side, with what the rules need to know of it. */
export interface SideRow extends Omit<SideView, 'answerer' | 'allowedActions'> {
  readonly place: Place;
  /** Who answers now. */
  readonly answerer: AskAnswerer;
  readonly authorIds: readonly string[];
  readonly needsStandIn: boolean;
  /** As whom it was answered, and by whom; null while it waits. */
  readonly answeredAs: AskAnswerer | null;
  readonly answeredById: string | null;
}

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
  readonly introduced: { readonly by: string | null; readonly byId: string | null; readonly at: string } | null;
  readonly sides: readonly SideRow[];
  /** Whether this reader sees it as work; who answers for a side of it may not. */
  readonly isReadable: boolean;
  readonly villages: number;
  readonly places: readonly Place[];
  readonly points: readonly FlagPoint[];
  /** Of each pair of its points, heaviest first. */
  readonly evidence: readonly (readonly EvidenceView[])[];
}

const readers: readonly Role[] = ['broker', 'official', 'alderman'];
const groupRoles: readonly Role[] = ['secretary', 'group_member'];

/**
 * Who reads: $1 home village; $2, $3, $4 villages, areas and municipalities; $5 teams; $6 villages of a group; and when:
 * the day $7, the instant $8.
 */
export function readerValues(actor: Actor, day: string, now: Date): readonly unknown[] {
  const scopes = (type: ScopeType, roles = readers): string[] =>
    actor.roles
      .filter(({ role, scopeType }) => scopeType === type && roles.includes(role))
      .map(({ scopeId }) => scopeId);
  const own = [scopes('village'), scopes('area'), scopes('municipality'), scopes('team')];
  return [actor.homeVillageId, ...own, scopes('village', groupRoles), day, now];
}

/**
 * Whether a point `o` in a village `v` lets a reader see the flag: brokers and aldermen by its village, officials by the
 * team that has the point, none of them by the village they live in; and the group of the village.
 */
const isInScope = `((v.id is distinct from $1::uuid
    and (v.id = any($2::uuid[]) or v.area_id = any($3::uuid[]) or v.municipality_id = any($4::uuid[])
      or exists (select 1 from proposal_of_team t where t.id = o.id and t.team_id = any($5::uuid[]))))
  or v.id = any($6::uuid[]))`;

/** As it stands on the day: what was snoozed is taken up where it was. */
const state = `case when ${isSuggested('$7')} then 'suggested'
  when f.state = 'snoozed' and f.snoozed_until <= $7::date then 'introduced' else f.state end`;

/** The points of flags `f` everybody may read, once per village they stand for. */
export const standingJoins = `
  match_flag_member m
  join proposal_public o on o.id = m.proposal_id and o.agenda_state not in ('merged', 'withdrawn')
  cross join lateral (
    select o.village_id as id
    union all select a.village_id from proposal_also_village a where a.proposal_id = o.id
  ) stands
  join village_public v on v.id = stands.id`;

export const amountOfPoint = `coalesce(
  (select jsonb_build_object('least', c.least, 'most', c.most, 'unit', c.unit, 'cents', c.cents, 'isCorrected', true)
    from match_amount c where c.proposal_id = o.id),
  (select t.amount || '{"isCorrected": false}' from match_text t where t.proposal_id = o.id and t.is_public))`;

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const nameOf = (person: string): string => `(select display_name from person_public where id = ${person})`;

const sides = `(select coalesce(json_agg(json_build_object(
    'askId', a.id, 'state', a.state, 'answerer', s.answerer, 'authorIds', s.author_ids,
    'village', json_build_object('id', v.id, 'slug', v.slug, 'name', v.name),
    'place', json_build_object('villageId', v.id, 'areaId', v.area_id, 'municipalityId', v.municipality_id),
    'needsStandIn', case when s.answerer = 'broker' then needs_stand_in(v.id, null, $8) else false end,
    'answeredAs', a.answerer, 'answeredById', a.answered_by, 'answeredBy', ${nameOf('a.answered_by')},
    'answeredAt', ${instant('a.answered_at')},
    'onBehalfOf', a.on_behalf_of, 'reason', a.reason, 'note', a.note) order by v.name, a.id), '[]')
  from match_side($8) s join match_ask a on a.id = s.ask_id join village_public v on v.id = s.village_id
  where s.flag_id = f.id)`;

const flagColumns = `
  f.id, f.label, ${state} as state, f.version, f.theme, f.benefit, f.suggested_at as "suggestedAt",
  case when f.snoozed_until > $7::date then f.snoozed_until::text end as "snoozedUntil", f.is_confirmed as "isConfirmed",
  case when f.state = 'declined' then json_build_object('reason', f.decline_reason, 'note', f.decline_note,
    'by', ${nameOf('f.decided_by')}, 'at', ${instant('f.decided_at')}) end as declined,
  case when f.introduced_at is not null then json_build_object('by', ${nameOf('f.introduced_by')},
    'byId', f.introduced_by, 'at', ${instant('f.introduced_at')}) end as introduced,
  ${sides} as sides, page.is_readable as "isReadable", page.villages,
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
    from match_flag f join (${standingJoins}) on m.flag_id = f.id
    where ${isWanted} group by f.id
  )`;

/** Read once for the whole page: without it the database looks for the members of each flag among all points. */
const members = `
  member as materialized (
    select m.flag_id, o.id, o.title, v.id as village_id, v.name as village, v.area_id, v.municipality_id,
      json_build_object('proposalId', o.id, 'title', o.title, 'body', o.body, 'agendaState', o.agenda_state,
        'village', json_build_object('id', v.id, 'slug', v.slug, 'name', v.name), 'amount', ${amountOfPoint}) as point
    from ${standingJoins} where m.flag_id in (select id from page)
  )`;

/**
 * Flags of this reader, most villages first, then the newest. From $1: `readerValues`; filters or null: $9 state,
 * $10 theme, $11 benefit, $12 slug of a village; $13, $14, $15: the keys after which the page begins, or null; $16: rows.
 */
export const boardQuery = `
  ${flags(`${state} = $9 and ($10::text is null or f.theme = $10) and ($11::text is null or f.benefit = $11)`)}, page as (
    select seen.id, seen.villages, seen.is_readable from seen join match_flag f on f.id = seen.id
    where seen.is_readable and seen.villages > 1 and ($12::text is null or $12 = any(seen.slugs))
      and ($13::int is null
        or (seen.villages, f.suggested_at, f.id) < ($13::int, $14::timestamptz, $15::uuid))
    order by seen.villages desc, f.suggested_at desc, f.id desc limit $16
  ), ${members}
  select ${flagColumns} from page join match_flag f on f.id = page.id
  order by page.villages desc, f.suggested_at desc, f.id desc`;

/** From $1: `readerValues`; $9: the flag. Also when this reader does not see it as work: the row says so. */
export const flagQuery = `
  ${flags('f.id = $9')}, page as (select id, villages, is_readable from seen where villages > 1), ${members}
  select ${flagColumns} from page join match_flag f on f.id = page.id`;

/** $1: the flag, which nobody changes until the transaction ends. */
export const lockFlagQuery = 'select id from match_flag where id = $1 for no key update';

/** What people said last of each flag they judged; that villages go each their own way says nothing of the points. */
export const judgedQuery = `
  select count(*) filter (where verdict = 'right')::int as right, count(*) filter (where verdict = 'wrong')::int as wrong
  from (select distinct on (flag_id) verdict from match_judgement
    where withdrawn_at is null and reason is distinct from 'not_together' order by flag_id, id desc) said`;

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

/** Who reads a flag at this moment, as work or as who answers for a side. $1: the flag; $2: now. */
export const flagReadersQuery = `
  select distinct r.person_id as id
  from ${standingJoins}
  join role_public r on r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
    and ((r.role in ('broker', 'official', 'alderman') and r.home_village_id is distinct from v.id)
      or (r.role in ('secretary', 'group_member') and r.scope_type = 'village'))
    and ((r.scope_type = 'village' and r.scope_id = v.id) or (r.scope_type = 'area' and r.scope_id = v.area_id)
      or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id)
      or (r.scope_type = 'team' and exists (
        select 1 from proposal_of_team t where t.id = o.id and t.team_id = r.scope_id)))
  where m.flag_id = $1
  union select person_id from match_told($2) where flag_id = $1`;

const judgedText = (side: string): string =>
  `json_build_object('id', ${side}.id, 'village', v${side}.name, 'title', ${side}.title, 'body', ${side}.body)`;

/** What was said last of each pair of public texts, in a fixed order. */
export const judgedPairsQuery = `
  with said as (
    select distinct on (a_id, b_id) * from match_judgement
    where withdrawn_at is null and reason is distinct from 'not_together' order by a_id, b_id, id desc)
  select ${judgedText('a')} as a, ${judgedText('b')} as b, said.verdict, said.reason,
    said.a_stems as "aStems", said.b_stems as "bStems", ta.features as "aFeatures", tb.features as "bFeatures"
  from said
  join proposal_public a on a.id = said.a_id join village_public va on va.id = a.village_id
  join proposal_public b on b.id = said.b_id join village_public vb on vb.id = b.village_id
  join match_text ta on ta.proposal_id = a.id and ta.is_public
  join match_text tb on tb.proposal_id = b.id and tb.is_public
  order by said.a_id, said.b_id`;
