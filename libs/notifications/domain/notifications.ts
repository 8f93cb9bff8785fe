import type { PlacedKind } from '@kernagenda/conversations/domain';
import type { Decision } from '@kernagenda/moderation/domain';
import type { AgendaAction } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** What came of an own question or offer of help, or of own words. */
type CommentOutcome = 'answer' | 'help_agreed' | 'help_declined' | 'comment_hidden';

/** What becomes of villages that were introduced: asked, one answered, enough said yes, or too few can. */
export const introductionKinds = [
  'introduction',
  'introduction_answered',
  'introduction_accepted',
  'introduction_declined',
] as const;
export type IntroductionKind = (typeof introductionKinds)[number];

/** What becomes of a collaboration: who comes, goes or gets another role, what is agreed, its phase, its purchase. */
export const collaborationKinds = [
  'collaboration_joined',
  'collaboration_left',
  'collaboration_role',
  'collaboration_terms',
  'collaboration_agreed',
  'collaboration_phase',
  'collaboration_purchase',
] as const;
export type CollaborationKind = (typeof collaborationKinds)[number];

/** What the town hall said or promised on a point, and what it should look at: a late promise, an old status. */
export const promiseKinds = [
  'official_answer',
  'feasibility_found',
  'story_told',
  'promise_made',
  'promise_moved',
  'promise_kept',
  'promise_withdrawn',
  'promise_late',
  'status_update',
  'refresh_asked',
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** What a broker hid of what was said for the town hall, to who said it. */
export const hiddenSaidKinds = ['official_answer_hidden', 'status_update_hidden'] as const;
export type HiddenSaidKind = (typeof hiddenSaidKinds)[number];

/** What is told of a village to who follows it. */
export const announcementKinds = ['letter_sent', 'news_told', 'road_works_told', 'event_announced'] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** What somebody can be told: a decision, a move on the agenda, a new point, something said, to answer, or written. */
export type NotificationKind =
  | Decision
  | AgendaAction
  | 'new_point'
  | PlacedKind
  | 'question_to_answer'
  | CommentOutcome
  | 'adopted'
  | 'message'
  | IntroductionKind
  | CollaborationKind
  | PromiseKind
  | HiddenSaidKind
  | AnnouncementKind
  | 'agenda_reminder';

/**
 * Why somebody is told: by what they did on the point (first of these that holds), by choice, because they follow the
 * village, a circle it lies in or the theme, because they answer questions there, because they take part in a thread, or because they answer for a village that was
 * introduced, or introduced it, because they take part in a collaboration,
 * or because they keep an agenda.
 */
export const notificationReasons = [
  'author',
  'supporter',
  'commenter',
  'chosen',
  'village',
  'circle',
  'theme',
  'answers',
  'participant',
  'side',
  'introducer',
  'party',
  'keeper',
] as const;
export type NotificationReason = (typeof notificationReasons)[number];

export const channels = ['app', 'mail'] as const;
export type Channel = (typeof channels)[number];

/**
 * `at_once`: mail and in the app; `in_app`: only in the app. The others: what happens on points comes together in one mail,
 * and what is written to somebody still at once.
 */
export const mailChoices = ['at_once', 'daily', 'weekly', 'monthly', 'in_app'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** What is only shown in the app: nothing anybody waits for. */
const quietKinds: readonly NotificationKind[] = [
  'new_point',
  'reaction',
  'question_to_answer',
  'introduction_answered',
  'collaboration_role',
  'collaboration_terms',
  'collaboration_purchase',
  'news_told',
  'road_works_told',
  'event_announced',
];

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

/** One line of what happened, on a point, in a thread, to a match flag or on an agenda; the text stands in the dictionary. */
export interface NotificationView {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  /**
   * Of these five ids one is not null: what it is about. All are null for an agenda, which is that of the village; a
   * letter of a collaboration has two.
   */
  readonly proposalId: string | null;
  readonly threadId: string | null;
  readonly flagId: string | null;
  readonly collaborationId: string | null;
  /** A status letter, news or an event, by its kind. */
  readonly announcementId: string | null;
  /** What was asked of the village, for who answers there; null for all else. */
  readonly askId: string | null;
  readonly title: string;
  /** Null for a message, a collaboration, and a flag as a whole; of a letter of a collaboration the village one follows. */
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

export interface MailChoiceInput {
  readonly choice: MailChoice;
}

export interface MailChoiceView extends MailChoiceInput {
  /** Since when no mail goes out because it came back; null for who gets mail. */
  readonly pausedAt: string | null;
}

/** What a stop link stops. */
export const stoppables = ['point', 'village', 'circle', 'theme', 'all'] as const;
export type Stoppable = (typeof stoppables)[number];

export interface StopInput {
  readonly token: string;
}

export interface StopView {
  readonly what: Stoppable;
}
