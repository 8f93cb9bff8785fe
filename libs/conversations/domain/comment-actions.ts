import { actsAsResident, actsAsSecretary, covers } from '@kernagenda/identity/domain';
import { actingTeams, isAuthor as isAuthorOfPoint, mayModerate } from '@kernagenda/proposals/domain';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import { allowedActions, defineActions } from '@kernagenda/shared/domain';
import type { AnsweringPart, CommentState } from './comments';

/** What the rules need to know of a comment, the point it stands on, and who asks. */
export interface CommentFacts {
  readonly point: ProposalFacts;
  readonly authorId: string | null;
  readonly isHidden: boolean;
  /** The team that has to answer, or null. */
  readonly teamId: string | null;
  /** Who accepted an offer of help, or null. */
  readonly agreedBy: string | null;
}

const isOwn = ({ point, authorId }: CommentFacts): boolean => !!point.actor && point.actor.personId === authorId;

/** A broker hides, never the own words and never on an own point. */
const mayHide = (facts: CommentFacts): boolean => mayModerate(facts.point) && !isOwn(facts);

/**
 * As whom this person answers a question, or null. Staff act nowhere as staff in their home village; an official answers
 * for the team that has the question or the point.
 */
export function answeringPart({ point, teamId }: Pick<CommentFacts, 'point' | 'teamId'>): AnsweringPart | null {
  if (mayModerate(point)) return 'broker';
  if (actsAsSecretary(point.actor, point.place)) return 'secretary';
  const isAtHome = point.actor?.homeVillageId === point.place.villageId;
  if (covers(point.actor, 'alderman', point.place) && !isAtHome) return 'alderman';
  return actingTeams(point).some((id) => id === teamId || id === point.teamId) ? 'official' : null;
}

const mayAnswer = (facts: CommentFacts): boolean => !facts.isHidden && !isOwn(facts) && answeringPart(facts) !== null;

/** Who an offer of help is for: the author of the point; the group, then the broker, where no author is known. */
const receivesHelp = (facts: CommentFacts): boolean => {
  if (facts.isHidden || isOwn(facts)) return false;
  const { point } = facts;
  if (point.authorId !== null) return isAuthorOfPoint(point);
  return actsAsSecretary(point.actor, point.place) || mayModerate(point);
};

/**
 * What can be done with a comment. Offering help is the first yes, accepting it the second: only then the contact of the
 * helper reaches the other. A question that was answered, or an offer that was accepted, cannot be taken back.
 */
export const commentActions = defineActions<CommentState, CommentFacts>()({
  assign: { from: ['open'], to: 'open', allows: mayAnswer },
  answer: { from: ['open'], to: 'answered', allows: mayAnswer },
  accept_help: { from: ['offered'], to: 'agreed', allows: receivesHelp },
  decline_help: { from: ['offered'], to: 'declined', allows: receivesHelp },
});

const otherActions = ['hide', 'show_again', 'delete', 'see_contact'] as const;
export type CommentAction = keyof typeof commentActions | (typeof otherActions)[number];
export const commentActionNames = [
  ...(Object.keys(commentActions) as (keyof typeof commentActions)[]),
  ...otherActions,
] satisfies CommentAction[];

/** Everything this person may do with a comment now. */
export function allowedCommentActions(state: CommentState, facts: CommentFacts): CommentAction[] {
  return [
    ...allowedActions<CommentState, CommentFacts, keyof typeof commentActions>(commentActions, state, facts),
    ...(mayHide(facts) ? [facts.isHidden ? ('show_again' as const) : ('hide' as const)] : []),
    ...(mayDelete(state, facts) ? (['delete'] as const) : []),
    ...(maySeeContact(state, facts) ? (['see_contact'] as const) : []),
  ];
}

/** Whether this person may take it back: the author, as long as nobody relies on it; also when it is hidden. */
export const mayDelete = (state: CommentState, facts: CommentFacts): boolean =>
  isOwn(facts) && state !== 'answered' && state !== 'agreed';

/** Whether this person may see how to reach the helper: only who said yes. */
export const maySeeContact = (state: CommentState, { point, isHidden, agreedBy }: CommentFacts): boolean =>
  state === 'agreed' && !isHidden && !!point.actor && point.actor.personId === agreedBy;

/** Whether this person may say something here: a resident of anywhere, on a point everyone may read and that goes on. */
export const mayComment = (point: ProposalFacts): boolean =>
  actsAsResident(point.actor) &&
  point.moderationState === 'approved' &&
  point.agendaState !== 'merged' &&
  point.agendaState !== 'withdrawn';

/** Whether this person may read what is hidden too: the author of the words, and the broker. */
export const mayReadHidden = (facts: CommentFacts): boolean => isOwn(facts) || mayModerate(facts.point);

/** Whether this person may change the visibility. */
export const mayChangeVisibility = mayHide;
