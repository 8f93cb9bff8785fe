import { agendaLimits, statesOnAgenda } from '@kernagenda/agendas/domain';
import type { AgendaDue, AgendaPoint } from '@kernagenda/agendas/domain';
import type { ActingParty, AgendaState, PlanView, Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

export interface AgendaRow {
  /** Null while the village has no written agenda. */
  readonly id: string | null;
  readonly villages: readonly (VillageRef & { readonly areaId: string; readonly municipalityId: string })[];
}

/** $1: the slug of a village. Its agenda, with all villages on it by name. */
export const agendaQuery = `
  select own.agenda_id as id, json_agg(json_build_object('id', v.id, 'slug', v.slug, 'name', v.name,
    'areaId', v.area_id, 'municipalityId', v.municipality_id) order by v.name, v.id) as villages
  from village_public asked
  left join village_agenda_village own on own.village_id = asked.id
  join village_public v on v.id = asked.id
    or v.id in (select other.village_id from village_agenda_village other where other.agenda_id = own.agenda_id)
  where asked.slug = $1
  group by own.agenda_id`;

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly frozenAt: Date;
  readonly referenceOn: string;
  readonly receivedBy: string;
  readonly points: number;
}

const versionColumns = `
  id, number, frozen_at as "frozenAt", reference_on::text as "referenceOn", received_by as "receivedBy", points`;

/** $1: an agenda, or null. The newest first. */
export const versionsQuery = `
  select ${versionColumns} from agenda_version where agenda_id = $1 order by number desc`;

/** $1: an agenda; $2: a number. */
export const versionQuery = `
  select ${versionColumns} from agenda_version where agenda_id = $1 and number = $2`;

export interface ContentRow {
  readonly id: string;
  readonly feasibility: AgendaPoint['feasibility'];
  readonly reason: string | null;
  readonly alternative: string | null;
  readonly reviewOn: string | null;
}

const states = statesOnAgenda.map((state) => `'${state}'`).join(', ');

/** What was found out, of a row with its outcome and day. */
const feasibility = (row: string): string => `case when ${row}.feasibility is not null then json_build_object(
    'outcome', ${row}.feasibility, 'lookedOn', ${row}.looked_on) end as feasibility`;

/** $1: villages. Each point once, also when they share it; the newest first. */
export const contentQuery = `
  select p.id, ${feasibility('l')}, n.reason, n.alternative, n.review_on::text as "reviewOn"
  from proposal_public p join proposal_note_public n on n.proposal_id = p.id
  left join lateral (select f.outcome as feasibility, f.looked_on from feasibility_public f
    where f.proposal_id = p.id) l on true
  where p.agenda_state in (${states}) and p.id in (
    select own.id from proposal_public own where own.village_id = any($1::uuid[])
    union select s.proposal_id from proposal_shared s where s.village_id = any($1::uuid[]))
  order by p.listed_at desc, p.id limit ${agendaLimits.points}`;

export interface DueRow extends Omit<AgendaDue, 'changedAt'> {
  readonly pointId: string;
  readonly changedAt: Date;
}

/** $1: points. What is promised or aimed at on them and still to come, by date. */
export const duesQuery = `
  select d.proposal_id as "pointId", d.id, d.kind, d.what, d."when", d.changed_at as "changedAt",
    case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team
  from due_public d left join team_public t on t.id = d.team_id
  where d.proposal_id = any($1::uuid[]) order by d."when", d.id`;

export interface FrozenRow extends ContentRow {
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme;
  readonly village: VillageRef;
  readonly alsoVillages: readonly VillageRef[];
  readonly agendaState: AgendaState;
  readonly actingParty: ActingParty;
  readonly plan: PlanView | null;
  readonly statusAt: Date | null;
  readonly reportedYear: number | null;
  readonly sourceUrl: string | null;
  readonly createdAt: Date;
}

const villageRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name)`;

/** $1: a version. Only of points that everybody may read now; where a point lies is as it lies now. */
export const frozenQuery = `
  select f.proposal_id as id, f.title, f.body, f.place, f.theme, ${villageRef('v')} as village,
    coalesce((select json_agg(${villageRef('o')} order by o.name) from proposal_shared s
      join village_public o on o.id = s.village_id where s.proposal_id = p.id), '[]') as "alsoVillages",
    f.agenda_state as "agendaState", f.acting_party as "actingParty",
    case when f.due_on is not null then json_build_object('team',
      (select json_build_object('id', t.id, 'name', t.name) from team_public t where t.id = f.team_id),
      'byResidents', f.by_residents, 'executor', f.executor, 'dueOn', f.due_on) end as plan,
    f.status_at as "statusAt", f.reported_year as "reportedYear", p.source_url as "sourceUrl",
    p.created_at as "createdAt", ${feasibility('f')}, f.reason, f.alternative, f.review_on::text as "reviewOn"
  from agenda_version_point f
  join proposal_public p on p.id = f.proposal_id
  join village_public v on v.id = p.village_id
  where f.version_id = $1 order by f.position`;
