import { hasRole } from '@kernagenda/identity/domain';
import type { Actor, Role, ScopeType } from '@kernagenda/identity/domain';
import type {
  AnsweringPart,
  CommentKind,
  CommentState,
  OpenQuestion,
  PlacedKind,
  QuestionOwner,
} from '@kernagenda/conversations/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

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
  readonly dueOn: string | null;
  readonly hiddenReason: string | null;
  readonly answer: {
    readonly id: string;
    readonly body: string;
    readonly author: string | null;
    readonly part: AnsweringPart;
    readonly createdAt: string;
  } | null;
}

const villageRef = `case when v.id is not null then json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) end`;

const columns = `
  c.id, c.kind, c.state, c.body, c.author_id as "authorId", person.display_name as author, ${villageRef} as village,
  c.created_at as "createdAt", c.owner, c.due_on::text as "dueOn", c.hidden_reason as "hiddenReason",
  case when a.id is not null then json_build_object('id', a.id, 'body', a.body, 'author', answerer.display_name,
    'part', a.part, 'createdAt', a.created_at) end as answer`;

const joins = `
  from comment c
  left join person_public person on person.id = c.author_id
  left join village_public v on v.id = c.village_id
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
}

/** $1: the comment, locked until the transaction ends. */
export const lockQuery = `
  select id, proposal_id as "proposalId", kind, state, author_id as "authorId", hidden_reason as "hiddenReason"
  from comment where id = $1 and parent_id is null for update`;

export type QuestionRow = OpenQuestion;

/** $1–$4: where this person is broker, and the home village; $5: where secretary; $6, $7: after; $8: rows. */
export const openQuestionsQuery = `
  select c.id, c.proposal_id as "proposalId", p.title, c.body, person.display_name as author, c.owner,
    c.due_on::text as "dueOn", json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village
  from comment c
  join proposal_public p on p.id = c.proposal_id
  join village_public v on v.id = p.village_id
  left join person_public person on person.id = c.author_id
  where c.kind = 'question' and c.state = 'open' and c.hidden_reason is null and c.author_id is distinct from $9
    and (((v.id = any($1::uuid[]) or v.area_id = any($2::uuid[]) or v.municipality_id = any($3::uuid[]))
      and v.id is distinct from $4::uuid) or v.id = any($5::uuid[]))
    and ($6::date is null or (c.due_on, c.id) > ($6::date, $7::uuid))
  order by c.due_on, c.id limit $8`;

/** The values of `openQuestionsQuery` that tell where this person answers. */
export function answererValues(actor: Actor): readonly unknown[] {
  const scopes = (role: Role, type: ScopeType): string[] =>
    actor.roles.filter((scoped) => scoped.role === role && scoped.scopeType === type).map(({ scopeId }) => scopeId);
  const brokerOrAlderman = (type: ScopeType): string[] => [...scopes('broker', type), ...scopes('alderman', type)];
  return [
    brokerOrAlderman('village'),
    brokerOrAlderman('area'),
    brokerOrAlderman('municipality'),
    hasRole(actor, 'broker') || hasRole(actor, 'alderman') ? actor.homeVillageId : null,
    scopes('secretary', 'village'),
  ];
}
