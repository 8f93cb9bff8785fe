import type {
  CommitmentState,
  CommitmentStepKind,
  FeasibilityOutcome,
  PromisingPart,
  UpdateKind,
} from '@kernagenda/commitments/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import { photosOfUpdate } from './update-photos.queries';

/** A team that may be null as `TeamRef`. */
export const teamRef = (t: string): string =>
  `case when ${t}.id is not null then json_build_object('id', ${t}.id, 'name', ${t}.name) end`;

export interface AnswerRow {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly alternative: string;
  readonly author: string | null;
  readonly authorId: string | null;
  readonly hiddenReason: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: Date;
}

/** Newest first. $1: the point, whose read rule was checked before. */
export const answersQuery = `
  select a.id, a.text, a.why, a.alternative, person.display_name as author, a.part, ${teamRef('t')} as team,
    a.created_at as at, a.author_id as "authorId", a.hidden_reason as "hiddenReason"
  from official_answer a
  left join person_public person on person.id = a.author_id
  left join team_public t on t.id = a.team_id
  where a.proposal_id = $1 order by a.created_at desc, a.id desc`;

export interface FeasibilityLine {
  readonly id: string;
  readonly outcome: FeasibilityOutcome;
  readonly text: string;
  /** As text: it may be more than a driver takes for a number. */
  readonly costCents: string | null;
  readonly lookedOn: string;
  readonly author: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: Date;
}

/** Newest first. $1: the point, whose read rule was checked before. */
export const feasibilityQuery = `
  select f.id, f.outcome, f.text, f.cost_cents::text as "costCents", f.looked_on::text as "lookedOn",
    person.display_name as author, f.part, ${teamRef('t')} as team, f.created_at as at
  from feasibility f
  left join person_public person on person.id = f.author_id
  left join team_public t on t.id = f.team_id
  where f.proposal_id = $1 order by f.created_at desc, f.id desc`;

export interface StoryLine {
  readonly before: string;
  readonly after: string;
  /** As text: it may be more than a driver takes for a number. */
  readonly costCents: string | null;
  readonly partners: string;
  readonly thanks: string;
  readonly author: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: Date;
  readonly version: number;
}

/** $1: the point, whose read rule was checked before. */
export const storyQuery = `
  select s.before, s.after, s.cost_cents::text as "costCents", s.partners, s.thanks,
    person.display_name as author, s.part, ${teamRef('t')} as team, s.told_at as at, s.version
  from story s
  left join person_public person on person.id = s.author_id
  left join team_public t on t.id = s.team_id
  where s.proposal_id = $1`;

/** The columns of `commitment c` with team `t` that every view of it has. */
export const commitmentColumns = `
  c.id, c.what, ${teamRef('t')} as team, c.due_on::text as "dueOn", c.first_due_on::text as "firstDueOn", c.state,
  c.kept_on::text as "keptOn", c.kept_at as "keptAt", c.made_at as "madeAt"`;

export interface CommitmentRow {
  readonly id: string;
  readonly what: string;
  readonly team: TeamRef | null;
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly state: CommitmentState;
  readonly keptOn: string | null;
  readonly keptAt: Date | null;
  readonly madeAt: Date;
}

export interface CommitmentDetailRow extends CommitmentRow {
  readonly teamId: string | null;
  readonly version: number;
  readonly steps: readonly {
    readonly kind: CommitmentStepKind;
    readonly at: string;
    readonly text: string | null;
    readonly dueOn: string;
  }[];
}

const detail = `
  select ${commitmentColumns}, c.team_id as "teamId", c.version, c.proposal_id as "proposalId", (
    select json_agg(json_build_object('kind', s.kind, 'at', s.at, 'text', s.text, 'dueOn', s.due_on) order by s.number)
    from commitment_step s where s.commitment_id = c.id) as steps
  from commitment c left join team_public t on t.id = c.team_id`;

/** What runs first, soonest first; then what ended, newest first. $1: the point. */
export const commitmentsQuery = `${detail}
  where c.proposal_id = $1
  order by c.state in ('kept', 'withdrawn'), case when c.state in ('open', 'waiting') then c.due_on end,
    c.kept_at desc nulls last, c.made_at desc, c.id`;

/** $1: the promise. */
export const commitmentQuery = `${detail} where c.id = $1`;

export interface LockedCommitment {
  readonly id: string;
  readonly proposalId: string;
  readonly teamId: string | null;
  readonly dueOn: string;
  readonly state: CommitmentState;
  readonly version: number;
}

/** $1: the promise, locked until the transaction ends. */
export const commitmentLockQuery = `
  select id, proposal_id as "proposalId", team_id as "teamId", due_on::text as "dueOn", state, version
  from commitment where id = $1 for update`;

export interface UpdateRow {
  readonly id: string;
  readonly kind: UpdateKind;
  readonly text: string;
  readonly photos: readonly PhotoView[];
  readonly author: string | null;
  readonly authorId: string | null;
  readonly hiddenReason: string | null;
  readonly part: PromisingPart;
  readonly team: TeamRef | null;
  readonly at: Date;
  readonly commitmentId: string | null;
}

/** Newest first. $1: the point; $2: rows. */
export const updatesQuery = `
  select u.id, u.kind, u.text, ${photosOfUpdate} as photos, person.display_name as author, u.part,
    ${teamRef('t')} as team, u.created_at as at, u.commitment_id as "commitmentId",
    u.author_id as "authorId", u.hidden_reason as "hiddenReason"
  from status_update u
  left join person_public person on person.id = u.author_id
  left join team_public t on t.id = u.team_id
  where u.proposal_id = $1 order by u.created_at desc, u.id desc limit $2`;

export interface MilestoneLine {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly reachedAt: Date | null;
}

/** By date; a month comes before its days. $1: the point. */
export const milestonesQuery = `
  select id, title, "when", reached_at as "reachedAt" from milestone where proposal_id = $1 order by "when", created_at, id`;

/** $1: ids. By name. */
export const teamsQuery = 'select id, name from team_public where id = any($1::uuid[]) order by name';
