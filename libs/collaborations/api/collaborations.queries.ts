import type { Actor, NamedPerson } from '@kernagenda/identity/domain';
import type {
  CollaborationPhase,
  DocumentView,
  HistoryEntry,
  PartyFacts,
  PartyView,
  TaskView,
} from '@kernagenda/collaborations/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';

const villageJson = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;
const isoOf = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export interface SummaryRow {
  readonly id: string;
  readonly title: string;
  readonly phase: CollaborationPhase;
  readonly theme: Theme;
  readonly villages: readonly VillageRef[];
  readonly endsOn: string | null;
  readonly isStopped: boolean;
  readonly statusAt: Date;
}

const villagesOf = `
  (select coalesce(json_agg(${villageJson} order by v.name), '[]')
    from collaboration_party p join village_public v on v.id = p.village_id
    where p.collaboration_id = c.id and p.left_at is null) as villages`;

const summary = `
  c.id, c.title, c.phase, c.theme, c.ends_on::text as "endsOn", c.stop_reason is not null as "isStopped",
  c.status_at as "statusAt", ${villagesOf}`;

/** What moved last first. $1: slug of a village that takes part, or null; $2, $3: after; $4: rows; $5: a flag, or null. */
export const listQuery = `
  select ${summary} from collaboration c
  where ($1::text is null or exists (
      select from collaboration_party p join village_public v on v.id = p.village_id
      where p.collaboration_id = c.id and p.left_at is null and v.slug = $1))
    and ($2::timestamptz is null or (c.status_at, c.id) < ($2::timestamptz, $3::uuid))
    and ($5::uuid is null or c.flag_id = $5)
  order by c.status_at desc, c.id desc limit $4`;

export interface CollaborationRow extends SummaryRow {
  readonly version: number;
  readonly phaseBeforePause: CollaborationPhase | null;
  readonly owner: NamedPerson | null;
  readonly threadId: string;
  readonly exitRule: string;
  readonly decidingBody: string;
  readonly goalQuality: string;
  readonly goalCost: string;
  readonly goalContinuity: string;
  readonly baseline: string;
  readonly result: string;
  readonly staysLocal: string;
  readonly stopReason: string | null;
  readonly createdAt: Date;
  readonly parties: readonly Omit<PartyView, 'allowedActions'>[];
  readonly history: readonly HistoryEntry[];
}

const nameOfParty = 'coalesce(v.name, t.name, p.partner_name)';
const partyJoins = `
  left join village_public v on v.id = p.village_id
  left join team_public t on t.id = p.team_id`;

/** What of its points everyone may read: what was hidden since stands nowhere. */
const points = `
  (select coalesce(json_agg(json_build_object('proposalId', o.id, 'title', o.title, 'agendaState', o.agenda_state)
      order by o.title, o.id), '[]')
    from collaboration_point m join proposal_public o on o.id = m.proposal_id
    where m.collaboration_id = c.id and m.village_id = p.village_id)`;

const parties = `
  (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'role', p.role,
      'village', case when v.id is not null then ${villageJson} end,
      'team', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
      'partner', case when p.kind = 'partner' then json_build_object('kind', p.partner_kind, 'name', p.partner_name) end,
      'joinedAt', ${isoOf('p.joined_at')}, 'leftAt', ${isoOf('p.left_at')}, 'leftReason', p.left_reason,
      'points', ${points})
      order by p.left_at is not null, array_position(array['lead', 'participant', 'funder', 'adviser', 'observer'], p.role),
        p.kind desc, ${nameOfParty}, p.joined_at)
    , '[]') from collaboration_party p ${partyJoins} where p.collaboration_id = c.id) as parties`;

const history = `
  (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'at', ${isoOf('h.at')},
      'party', ${nameOfParty}, 'to', h.to_state, 'title', h.title, 'text', h.text) order by h.at, h.seq), '[]')
    from collaboration_history h left join collaboration_party p on p.id = h.party_id ${partyJoins}
    where h.collaboration_id = c.id) as history`;

/** $1: the collaboration, with everything about it that everyone may read. */
export const oneQuery = `
  select ${summary}, c.version, c.phase_before_pause as "phaseBeforePause", c.thread_id as "threadId",
    c.exit_rule as "exitRule", c.deciding_body as "decidingBody", c.goal_quality as "goalQuality",
    c.goal_cost as "goalCost", c.goal_continuity as "goalContinuity", c.baseline, c.result,
    c.stays_local as "staysLocal", c.stop_reason as "stopReason", c.created_at as "createdAt",
    (select json_build_object('id', o.id, 'displayName', o.display_name) from person_public o where o.id = c.owner_id) as owner,
    ${parties}, ${history}
  from collaboration c where c.id = $1`;

/** The parties of one, as the rules need them. */
export interface PartyRow extends PartyFacts {
  readonly id: string;
  readonly name: string;
  readonly villageId: string | null;
}

export interface RawPartyRow extends Omit<PartyRow, 'place'> {
  readonly areaId: string | null;
  readonly municipalityId: string | null;
}

/** $1: the collaboration. */
export const partiesQuery = `
  select p.id, p.kind, p.role, p.village_id as "villageId", v.area_id as "areaId",
    v.municipality_id as "municipalityId", p.team_id as "teamId", p.contact_id as "contactId",
    p.left_at is not null as "hasLeft", p.bound_at is not null as "isBound", ${nameOfParty} as name
  from collaboration_party p ${partyJoins} where p.collaboration_id = $1 order by p.joined_at, p.id`;

/** Who can own it or do something for it: who works for a party now. $1: the collaboration; $2: now. */
export const peopleQuery = `
  with side as (select * from collaboration_party where collaboration_id = $1 and left_at is null)
  select distinct who.id, o.display_name as "displayName"
  from (
    select p.contact_id as id from side p where p.contact_id is not null
    union
    select r.person_id from side p join village_public v on v.id = p.village_id
    join role_public r on r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
      and ((r.scope_type = 'village' and r.scope_id = v.id) or (r.scope_type = 'area' and r.scope_id = v.area_id)
        or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id))
      and (r.role in ('secretary', 'group_member')
        or (r.role = 'broker' and r.home_village_id is distinct from v.id))
    union
    select r.person_id from side p join role_public r on r.role = 'official' and r.scope_type = 'team'
      and r.scope_id = p.team_id and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
  ) who join person_public o on o.id = who.id
  order by o.display_name, who.id`;

/** $1: the collaboration. What is to be done first, then what is done. */
export const tasksQuery = `
  select k.id, k.title, k.party_id as "partyId", k.due_on::text as "dueOn", ${isoOf('k.done_at')} as "doneAt", k.version,
    (select json_build_object('id', o.id, 'displayName', o.display_name) from person_public o where o.id = k.person_id)
      as person
  from collaboration_task k where k.collaboration_id = $1
  order by k.done_at is not null, k.due_on nulls last, k.created_at, k.id`;
export type TaskRow = TaskView;

/** $1: the collaboration. */
export const documentsQuery = `
  select d.id, d.title, d.url, o.display_name as "addedBy", ${isoOf('d.added_at')} as "addedAt"
  from collaboration_document d left join person_public o on o.id = d.added_by
  where d.collaboration_id = $1 order by d.added_at, d.id`;
export type DocumentRow = DocumentView;

export interface VillageRow extends VillageRef {
  readonly areaId: string;
  readonly municipalityId: string;
}

const staffScopes = (actor: Actor, type: string): string[] =>
  actor.roles
    .filter(({ role, scopeType }) => scopeType === type && ['secretary', 'broker', 'alderman'].includes(role))
    .map(({ scopeId }) => scopeId);

/** Of whom `scopedVillagesQuery` and `scopedTeamsQuery` are asked. */
export const scopeValues = (actor: Actor): readonly unknown[] => [
  staffScopes(actor, 'village'),
  staffScopes(actor, 'area'),
  staffScopes(actor, 'municipality'),
];

/** Villages in the scope of somebody, whom the rules then ask. $1 to $3: `scopeValues`. */
export const scopedVillagesQuery = `
  select v.id, v.slug, v.name, v.area_id as "areaId", v.municipality_id as "municipalityId" from village_public v
  where v.id = any($1::uuid[]) or v.area_id = any($2::uuid[]) or v.municipality_id = any($3::uuid[]) order by v.name`;

/** $1: ids of teams; $2: now. */
export const teamsQuery = `
  select id, name from team_public where id = any($1::uuid[]) and starts_at <= $2 and (ends_at is null or ends_at > $2)
  order by name`;
export type TeamRow = TeamRef;

export interface PointRow {
  readonly proposalId: string;
  readonly villageId: string;
  readonly areaId: string;
  readonly municipalityId: string;
  readonly theme: Theme;
}

/** Points that go on and that everyone may read, with where they stand. $1: ids, in whose order they come. */
export const pointsQuery = `
  select o.id as "proposalId", v.id as "villageId", v.area_id as "areaId", v.municipality_id as "municipalityId",
    coalesce(o.theme, 'other') as theme
  from proposal_public o join village_public v on v.id = o.village_id
  where o.id = any($1::uuid[]) and o.agenda_state not in ('merged', 'withdrawn', 'not_feasible', 'done')
  order by array_position($1::uuid[], o.id)`;

/** Points as they stand for villages, of which one can share the point of another. $1: ids; $2: the village of each. */
export const standingPointsQuery = `
  select o.id as "proposalId", v.id as "villageId", v.area_id as "areaId", v.municipality_id as "municipalityId",
    coalesce(o.theme, 'other') as theme
  from unnest($1::uuid[], $2::uuid[]) as given (proposal_id, village_id)
  join proposal_public o on o.id = given.proposal_id join village_public v on v.id = given.village_id
  order by v.id, o.id`;

/** $1: a village. */
export const placeQuery = `
  select id, slug, name, area_id as "areaId", municipality_id as "municipalityId" from village_public where id = $1`;
