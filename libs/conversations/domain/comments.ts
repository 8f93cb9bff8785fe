import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { CommentAction } from './comment-actions';

/** What somebody can say on a point. An answer belongs to a question and is not placed by itself. */
export const placedKinds = ['reaction', 'question', 'help'] as const;
export type PlacedKind = (typeof placedKinds)[number];
export const commentKinds = [...placedKinds, 'answer'] as const;
export type CommentKind = (typeof commentKinds)[number];

/** A question is open until it is answered; an offer of help waits until the other side says yes or no. */
export const commentStates = ['placed', 'open', 'answered', 'offered', 'agreed', 'declined'] as const;
export type CommentState = (typeof commentStates)[number];

/** Who has to answer a question: the group that keeps the agenda of the village, its broker, or a team. */
export const questionOwners = ['group', 'broker', 'team'] as const;
export type QuestionOwner = (typeof questionOwners)[number];

/** As whom somebody answered, for the reader to know who speaks. */
export const answeringParts = ['secretary', 'broker', 'alderman', 'official'] as const;
export type AnsweringPart = (typeof answeringParts)[number];

/** Lengths in characters. */
export const commentLimits = {
  body: { min: 2, max: 2000 },
  reason: { min: 5, max: 500 },
  /** So many are placed by one person in ten minutes at most. */
  perTenMinutes: 20,
} as const;

export interface CommentInput {
  readonly kind: PlacedKind;
  readonly body: string;
}

export interface AssignInput {
  readonly owner: QuestionOwner;
  /** Which team, when the owner is one; otherwise null. */
  readonly teamId: string | null;
  /** A day `yyyy-mm-dd`, today or later. */
  readonly dueOn: string;
}

export interface HideCommentInput {
  readonly reason: string;
}

export interface AnswerInput {
  readonly body: string;
}

export interface AnswerView {
  readonly id: string;
  readonly body: string;
  readonly author: string | null;
  readonly part: AnsweringPart;
  readonly createdAt: string;
}

export interface QuestionView {
  readonly owner: QuestionOwner;
  readonly team: TeamRef | null;
  readonly dueOn: string;
}

/** One comment as this reader may see it; what is hidden only reaches its author and the broker. */
export interface CommentView {
  readonly id: string;
  readonly kind: PlacedKind;
  readonly state: CommentState;
  readonly body: string;
  /** Null when the person left. */
  readonly author: string | null;
  readonly isMine: boolean;
  /** Where its author lived when it was placed; null when that was not told. */
  readonly village: VillageRef | null;
  readonly createdAt: string;
  /** Who has to answer and on which day at the latest; null unless it is a question. */
  readonly question: QuestionView | null;
  readonly answer: AnswerView | null;
  /** Why it is hidden; null when everyone may read it. */
  readonly hiddenReason: string | null;
  readonly allowedActions: readonly CommentAction[];
}

/** A question that waits, as the desk lists it. */
export interface OpenQuestion {
  readonly id: string;
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly body: string;
  readonly author: string | null;
  readonly owner: QuestionOwner;
  readonly team: TeamRef | null;
  readonly dueOn: string;
}

/** How to reach somebody who offered help; only for who accepted the offer. */
export interface HelperContact {
  readonly displayName: string;
  readonly email: string;
}
