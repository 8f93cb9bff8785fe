import { actingParties, agendaStates } from '@kernagenda/proposals/domain';
import type {
  EnteredWay,
  AgendaState,
  ListOrder,
  ModerationState,
  PlanView,
  ProposalKind,
  ProposalText,
  Theme,
  VillageSupport,
} from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { photosFor } from './photos.queries';
import { readable, readerValueCount } from './proposals.read-rule';

/** A row of every list; the fields of `ProposalSummary` that the database knows. */
export interface SummaryRow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
  readonly village: VillageRef;
  readonly alsoVillages: readonly VillageRef[];
  readonly moderationState: ModerationState;
  readonly agendaState: AgendaState;
  readonly plan: PlanView | null;
  readonly statusAt: Date | null;
  readonly reportedYear: number | null;
  readonly sourceUrl: string | null;
  readonly supportFromVillage: number;
  readonly supportFromElsewhere: number;
  readonly createdAt: Date;
  readonly approvedAt: Date | null;
  readonly listedAt: Date;
  /** Null where a page reported a status without a year. */
  readonly newsAt: Date | null;
  readonly version: number;
}

export interface LastMove {
  readonly by: string;
  readonly from: AgendaState;
  readonly until: string;
  readonly reason: string | null;
  readonly statusAt: string | null;
}

/** One proposal with all that a page about it shows, and the facts its lifecycles ask for. */
export interface DetailRow extends SummaryRow {
  readonly authorId: string | null;
  readonly enteredBy: readonly string[];
  readonly author: string | null;
  readonly enteredFrom: EnteredWay | null;
  readonly areaId: string;
  readonly municipalityId: string;
  readonly needsStandIn: boolean;
  /** What was decided upon, while the author has edits that were not sent in. */
  readonly decidedText: ProposalText | null;
  readonly isResubmitted: boolean;
  readonly decidedBy: string | null;
  readonly undoUntil: Date | null;
  readonly agendaStateBeforeHold: AgendaState | null;
  /** The step that led to this version, when it is one that could be taken back; dates as text. */
  readonly lastMove: LastMove | null;
  readonly teamId: string | null;
  readonly teamIds: readonly string[];
  readonly evidence: string | null;
  readonly reason: string | null;
  readonly alternative: string | null;
  readonly reviewOn: string | null;
  readonly isSupportedByMe: boolean;
  readonly supportPerVillage: readonly VillageSupport[];
  readonly photos: readonly PhotoView[];
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
  readonly versionCount: number;
  readonly hasPendingVersion: boolean;
  readonly steps: readonly {
    readonly at: string;
    readonly action: string;
    readonly to: string | null;
    readonly collaborationId: string | null;
  }[];
}

const villageRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name)`;

const plan = `case when p.due_on is not null then json_build_object('team',
    (select json_build_object('id', t.id, 'name', t.name) from team_public t where t.id = p.team_id),
    'byResidents', p.by_residents, 'executor', p.executor, 'dueOn', p.due_on) end as plan`;

const summaryColumns = `
  p.id, p.title, p.body, p.place, coalesce(p.theme, 'other') as theme, p.kind, ${villageRef('v')} as village,
  coalesce((select json_agg(${villageRef('av')} order by av.name) from proposal_also_village a
    join village_public av on av.id = a.village_id where a.proposal_id = p.id), '[]') as "alsoVillages",
  p.moderation_state as "moderationState", p.agenda_state as "agendaState", ${plan}, p.status_at as "statusAt",
  p.reported_year as "reportedYear", p.source_url as "sourceUrl", p.support_from_village as "supportFromVillage",
  p.support_from_elsewhere as "supportFromElsewhere", p.created_at as "createdAt", p.approved_at as "approvedAt",
  p.listed_at as "listedAt", p.news_at as "newsAt", p.version`;

const isListed = `p.moderation_state = 'approved' and p.agenda_state <> 'merged'`;

export interface ListFilter {
  readonly village?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly agendaState?: AgendaState | undefined;
  readonly order?: ListOrder | undefined;
}

/** A statement with a name of its own per set of filters, so that PostgreSQL plans each with the right index. */
export function listQuery(
  { village, theme, agendaState, order = 'newest' }: ListFilter,
  after: readonly [listedAt: string, id: string] | null,
  rows: number,
): { readonly name: string; readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const used: string[] = [];
  const where = [isListed];
  if (village !== undefined) {
    used.push('village');
    const slug = `(select id from village_public where slug = ${value(village)})`;
    where.push(`(p.village_id = ${slug}
      or p.id in (select proposal_id from proposal_also_village where village_id = ${slug}))`);
  }
  if (theme !== undefined) {
    used.push('theme');
    where.push(`coalesce(p.theme, 'other') = ${value(theme)}`);
  }
  if (agendaState !== undefined) {
    used.push('state');
    where.push(`p.agenda_state = ${value(agendaState)}`);
  }
  if (order === 'quiet') {
    used.push('quiet');
    where.push(
      `p.agenda_state = any(${value(agendaStates.filter((state) => actingParties[state] !== 'nobody'))}) and p.news_at is not null`,
    );
  }
  const [at, before, direction] = order === 'quiet' ? ['p.news_at', '>', ''] : ['p.listed_at', '<', 'desc'];
  if (after) {
    used.push('after');
    where.push(`(${at}, p.id) ${before} (${value(after[0])}::timestamptz, ${value(after[1])}::uuid)`);
  }
  const text = `select ${summaryColumns} from proposal p join village_public v on v.id = p.village_id
    where ${where.join(' and ')} order by ${at} ${direction}, p.id ${direction} limit ${value(rows)}`;
  return { name: ['proposals', ...used].join(' '), text, values };
}

/** $1: ids. In no order, and only what a list may show. */
export const publicQuery = `
  select ${summaryColumns} from proposal p join village_public v on v.id = p.village_id
  where p.id = any($1::uuid[]) and ${isListed}`;

/** $1: author; $2, $3: the keys after which the page begins, or null; $4: the number of rows. */
export const mineQuery = `
  select ${summaryColumns} from proposal p join village_public v on v.id = p.village_id
  where p.author_id = $1 and ($2::timestamptz is null or (p.created_at, p.id) < ($2::timestamptz, $3::uuid))
  order by p.created_at desc, p.id desc limit $4`;

/** One row per village and agenda state; what other villages share apart, so that the total has each point once. */
export const countsQuery = `
  select p.village_id as "villageId", p.agenda_state as "agendaState", count(*)::int as count, false as "isShared"
  from proposal p where ${isListed} group by p.village_id, p.agenda_state
  union all
  select a.village_id, p.agenda_state, count(*)::int, true
  from proposal_also_village a join proposal p on p.id = a.proposal_id
  where ${isListed} group by a.village_id, p.agenda_state`;

const factColumns = `
  p.author_id as "authorId", p.entered_by as "enteredBy", v.area_id as "areaId", v.municipality_id as "municipalityId",
  p.decided_text as "decidedText", p.is_resubmitted as "isResubmitted",
  p.decided_by as "decidedBy", p.undo_until as "undoUntil", p.agenda_state_before_hold as "agendaStateBeforeHold",
  p.team_id as "teamId",
  (select json_build_object('by', m.moved_by, 'from', m.from_state, 'until', m.undo_until, 'reason', m.reason,
    'statusAt', m.status_at) from agenda_move m where m.proposal_id = p.id and m.version = p.version) as "lastMove"`;

const now = `$${readerValueCount + 1}`;

const teamIds = `array(select t.id from team_public t where t.municipality_id = v.municipality_id
      and t.starts_at <= ${now} and (t.ends_at is null or t.ends_at > ${now})) as "teamIds"`;

/** $1: id; from $2: `readerValues`. No row when it does not exist for this reader. */
export const detailQuery = `
  select ${summaryColumns}, ${factColumns}, person.display_name as author, p.entered_from as "enteredFrom",
    needs_stand_in(p.village_id, p.author_id, p.entered_by, ${now}) as "needsStandIn", ${teamIds},
    ${photosFor(2)} as photos,
    p.reason, p.alternative, p.evidence, p.review_on::text as "reviewOn",
    exists (select 1 from support s where s.proposal_id = p.id and s.person_id = $2) as "isSupportedByMe",
    coalesce((
      select json_agg(json_build_object('village', ${villageRef('sv')}, 'count', s.count, 'proven',
          (select count(*) from support_proven sp where sp.proposal_id = p.id and sp.village_id = sv.id)) order by s.count desc, sv.name)
      from (select village_id, count(*)::int as count from support where proposal_id = p.id group by village_id) s
      join village_public sv on sv.id = s.village_id), '[]') as "supportPerVillage",
    case when target.id is not null then json_build_object('id', target.id, 'title', target.title) end as "mergedInto",
    (select count(*)::int from proposal_version n where n.proposal_id = p.id and n.state = 'approved') as "versionCount",
    exists (select 1 from proposal_version n where n.proposal_id = p.id and n.state = 'pending') as "hasPendingVersion",
    coalesce((
      select json_agg(json_build_object('at', e.at, 'action', e.action, 'to', e.to_state,
          'collaborationId', d.details->>'collaborationId') order by e.id)
      from audit_entry e left join audit_details d on d.entry_id = e.id where e.object_type = 'proposal' and e.object_id = p.id::text), '[]') as steps
  from proposal p
  join village_public v on v.id = p.village_id
  left join person_public person on person.id = p.author_id
  left join proposal target on target.id = p.merged_into_id and target.moderation_state = 'approved'
  where p.id = $1 and ${readable(2)}`;

/**
 * Who may moderate now, as `moderated` says it from the side of one reader. $1: village; $2: author, or null; $3: those who
 * wrote it down for the author; $4: now.
 * Asked anew for each change: nobody hears of a desk by a role that is over, and who stands in for one text alone does.
 */
export const moderatorsQuery = `
  select distinct r.person_id as id
  from role_public r join village_public v on v.id = $1
  where r.role = 'broker' and r.starts_at <= $4 and (r.ends_at is null or r.ends_at > $4)
    and r.person_id is distinct from $2::uuid and not r.person_id = any($3::uuid[]) and r.home_village_id is distinct from v.id
    and ((r.scope_type = 'village' and r.scope_id = v.id) or (r.scope_type = 'area' and r.scope_id = v.area_id)
      or (r.scope_type = 'municipality' and r.scope_id = v.municipality_id) or needs_stand_in(v.id, $2, $3, $4))`;

/** What the lifecycles need. Same parameters as `detailQuery`. */
export const factsQuery = `
  select p.id, p.village_id as "villageId", p.title, p.body, p.place, p.theme, p.kind,
    p.moderation_state as "moderationState", p.agenda_state as "agendaState", p.version,
    p.submitted_at as "submittedAt", p.first_submitted_at as "firstSubmittedAt", p.status_at as "statusAt", p.reason,
    ${factColumns},
    needs_stand_in(p.village_id, p.author_id, p.entered_by, ${now}) as "needsStandIn", ${teamIds},
    array(select village_id from proposal_also_village a where a.proposal_id = p.id) as "alsoVillageIds"
  from proposal p join village_public v on v.id = p.village_id
  where p.id = $1 and ${readable(2)}`;

/**
 * The same, with the row locked until the transaction ends. "No key", because rows that only refer to this one (support,
 * resemblances) need not wait, and would deadlock with a merge.
 */
export const lockQuery = `${factsQuery} for no key update of p`;

export interface LockedRow extends Pick<
  DetailRow,
  | 'id'
  | 'title'
  | 'body'
  | 'place'
  | 'moderationState'
  | 'agendaState'
  | 'version'
  | 'authorId'
  | 'enteredBy'
  | 'areaId'
  | 'municipalityId'
  | 'needsStandIn'
  | 'decidedText'
  | 'isResubmitted'
  | 'decidedBy'
  | 'undoUntil'
  | 'agendaStateBeforeHold'
  | 'lastMove'
  | 'statusAt'
  | 'reason'
  | 'teamId'
  | 'teamIds'
  | 'kind'
> {
  readonly villageId: string;
  readonly theme: Theme | null;
  readonly submittedAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly alsoVillageIds: readonly string[];
}
