import type { PlacedKind } from '@kernagenda/conversations/domain';
import type { Decision } from '@kernagenda/moderation/domain';
import type { AgendaAction } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** What came of an own question or offer of help, or of own words. */
type CommentOutcome = 'answer' | 'help_agreed' | 'help_declined' | 'comment_hidden';

/** What somebody can be told: a decision, a move on the agenda, a new point, something said, to answer, or written. */
export type NotificationKind =
  Decision | AgendaAction | 'new_point' | PlacedKind | 'question_to_answer' | CommentOutcome | 'message';

/**
 * Why somebody is told: by what they did on the point (first of these that holds), by choice, because they follow the
 * village or answer questions there, or because they take part in a thread.
 */
export const notificationReasons = [
  'author',
  'supporter',
  'commenter',
  'chosen',
  'village',
  'answers',
  'participant',
] as const;
export type NotificationReason = (typeof notificationReasons)[number];

export const channels = ['app', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** `at_once`: mail and in the app; `in_app`: only in the app. */
export const mailChoices = ['at_once', 'in_app'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** What is only shown in the app: nothing anybody waits for. */
const quietKinds: readonly NotificationKind[] = ['new_point', 'reaction', 'question_to_answer'];

/** Where a kind is told, to who did not choose otherwise. */
export const channelsOf = (kind: NotificationKind): readonly Channel[] =>
  quietKinds.includes(kind) ? ['app'] : channels;

export const notificationTerms = {
  /** A stop link in a mail works so long; RFC 8058 names no term, laws on mail ask for a month or two. */
  stopLinkDays: 90,
  /** Mail that could not be sent for so long tells nothing new. */
  mailDays: 3,
  /** What was told so long ago is forgotten. */
  keptDays: 365,
  /** From here on the count of what is unread says "more". */
  unreadShown: 99,
} as const;

/** One line of what happened, on a point or in a thread; the text stands in the dictionary. */
export interface NotificationView {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  /** Null for a message. */
  readonly proposalId: string | null;
  /** Null for a point. */
  readonly threadId: string | null;
  readonly title: string;
  /** Null for a message. */
  readonly village: VillageRef | null;
  readonly at: string;
  readonly isRead: boolean;
}

export interface UnreadView {
  /** At most one more than `unreadShown`. */
  readonly unread: number;
}

/** Whether this person follows something, and why; `reason` is null for who does not. */
export interface FollowView {
  readonly isFollowing: boolean;
  readonly reason: NotificationReason | null;
}

/** One thing that somebody follows: a point, or a village. */
export interface FollowedView {
  readonly what: 'point' | 'village';
  readonly id: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly reason: NotificationReason;
  readonly since: string;
}

export interface MailChoiceInput {
  readonly choice: MailChoice;
}

/** What a stop link stops. */
export const stoppables = ['point', 'village', 'all'] as const;
export type Stoppable = (typeof stoppables)[number];

export interface StopInput {
  readonly token: string;
}

export interface StopView {
  readonly what: Stoppable;
}
