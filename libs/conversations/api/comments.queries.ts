import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import type {
  AnsweringPart,
  CommentKind,
  CommentState,
  OpenQuestion,
  PlacedKind,
  QuestionOwner,
} from '@kernagenda/conversations/domain';
import { moderated, readerValueCount } from '@kernagenda/proposals/api';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';

export interface CommentRow {
  readonly id: string;
  readonly kind: PlacedKind;
  readonly state: CommentState;
  readonly body: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly village: VillageRef | null;
  readonly createdAt: Date;
  readonly owner: QuestionOwner | null;
  readonly teamId: string | null;
  readonly team: TeamRef | null;
  readonly dueOn: string | null;
  readonly hiddenReason: string | null;
  readonly agreedBy: string | null;
  readonly answer: {
    readonly id: string;
    readonly body: string;
    readonly author: string | null;
    readonly part: AnsweringPart;
    readonly createdAt: string;
  } | null;
}

const villageRef = `case when v.id is not null then json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) end`;

const teamRef = `case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as team`;

const columns = `
  c.id, c.kind, c.state, c.body, c.author_id as "authorId", person.display_name as author, ${villageRef} as village,
  c.created_at as "createdAt", c.owner, c.team_id as "teamId", ${teamRef}, c.due_on::text as "dueOn",
  c.hidden_reason as "hiddenReason", c.agreed_by as "agreedBy",
  case when a.id is not null then json_build_object('id', a.id, 'body', a.body, 'author', answerer.display_name,
    'part', a.part, 'createdAt', a.created_at) end as answer`;

const joins = `
  from comment c
  left join person_public person on person.id = c.author_id
  left join village_public v on v.id = c.village_id
  left join team_public t on t.id = c.team_id
  left join comment a on a.parent_id = c.id
  left join person_public answerer on answerer.id = a.author_id`;

/**
 * What is said on one point, oldest first. $1: the point, whose read rule was checked before; $2: the reader or null;
 * $3: whether this reader reads what is hidden; $4, $5: the keys after which the page begins, or null; $6: rows.
 */
export const listQuery = `
  select ${columns} ${joins}
  where c.proposal_id = $1 and c.parent_id is null
    and (c.hidden_reason is null or c.author_id = $2 or $3::boolean)
    and ($4::timestamptz is null or (c.created_at, c.id) > ($4::timestamptz, $5::uuid))
  order by c.created_at, c.id limit $6`;

/** $1: the comment. */
export const oneQuery = `select ${columns}, c.proposal_id as "proposalId" ${joins} where c.id = $1 and c.parent_id is null`;

export interface LockedComment {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: CommentKind;
  readonly state: CommentState;
  readonly authorId: string | null;
  readonly hiddenReason: string | null;
  readonly teamId: string | null;
  readonly agreedBy: string | null;
}

/** $1: the comment, locked until the transaction ends. */
export const lockQuery = `
  select id, proposal_id as "proposalId", kind, state, author_id as "authorId", hidden_reason as "hiddenReason",
    team_id as "teamId", agreed_by as "agreedBy"
  from comment where id = $1 and parent_id is null for update`;

export type QuestionRow = OpenQuestion;

const at = (offset: number): string => `$${readerValueCount + offset}`;
const within = (first: number): string =>
  `(v.id = any(${at(first)}::uuid[]) or v.area_id = any(${at(first + 1)}::uuid[])
      or v.municipality_id = any(${at(first + 2)}::uuid[]))`;

/** A running team of this person has the question or the point; nobody acts for a team at home or on an own point. */
const ofTeam = `(v.id is distinct from $2::uuid and p.author_id is distinct from $1::uuid and exists (
      select from team_public own where own.id = any(${at(7)}::uuid[]) and own.municipality_id = v.municipality_id
        and own.starts_at <= $7::timestamptz and (own.ends_at is null or own.ends_at > $7::timestamptz)
        and (own.id = c.team_id or own.id = has.team_id)))`;

/**
 * Open questions of which this person may answer each; the same as `answeringPart`, and a test holds the two equal. From
 * $1: `readerValues`, then `answererValues`, the keys after which the page begins, or null, and the number of rows.
 */
export const openQuestionsQuery = `
  select c.id, c.proposal_id as "proposalId", point.title, c.body, person.display_name as author, c.owner, ${teamRef},
    c.due_on::text as "dueOn", json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village
  from comment c
  join proposal_public point on point.id = c.proposal_id
  join proposal_written p on p.id = c.proposal_id
  join village_public v on v.id = point.village_id
  left join person_public person on person.id = c.author_id
  left join team_public t on t.id = c.team_id
  left join proposal_of_team has on has.id = c.proposal_id
  where c.kind = 'question' and c.state = 'open' and c.hidden_reason is null and c.author_id is distinct from $1
    and (${moderated(1)} or ${within(1)} or (${within(4)} and v.id is distinct from $2::uuid) or ${ofTeam})
    and (${at(8)}::date is null or (c.due_on, c.id) > (${at(8)}::date, ${at(9)}::uuid))
  order by c.due_on, c.id limit ${at(10)}`;

/** Where this person is secretary, and where alderman: villages, areas, municipalities; then the teams. */
export function answererValues(actor: Actor): readonly unknown[] {
  const scopes = (role: Role, type: ScopeType): string[] =>
    actor.roles.filter((scoped) => scoped.role === role && scoped.scopeType === type).map(({ scopeId }) => scopeId);
  const types = ['village', 'area', 'municipality'] as const;
  const places = (['secretary', 'alderman'] as const).flatMap((role) => types.map((type) => scopes(role, type)));
  return [...places, scopes('official', 'team')];
}
