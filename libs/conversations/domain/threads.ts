import type { PhotoView } from '@kernagenda/proposals/domain';
import type { TeamRef } from '@kernagenda/villages/domain';
import type { InboxView } from './inbox';

/** What a thread is about. Grows with the contexts that open threads. */
export const threadSubjectKinds = ['direct', 'villages', 'collaboration'] as const;
/**
 * `direct`: a resident and the municipality, the subject is the village; `villages`: the groups of two villages, with their
 * brokers and whom they invited, and no subject; `collaboration`: its parties.
 */
export type ThreadSubjectKind = (typeof threadSubjectKinds)[number];

export const sideKinds = ['person', 'group', 'brokers', 'team'] as const;
export type SideKind = (typeof sideKinds)[number];

/** What a side of the municipality does with a thread that a resident opened. */
export const inboxActionNames = ['assign', 'hand_over', 'close', 'reopen', 'note'] as const;
export type InboxAction = (typeof inboxActionNames)[number];

export const threadActionNames = ['write', 'leave', 'invite', ...inboxActionNames] as const;
export type ThreadAction = (typeof threadActionNames)[number];

/** What can be made of a message: a draft of a proposal, which is of who wrote it. */
export const messageActionNames = ['make_draft'] as const;
export type MessageAction = (typeof messageActionNames)[number];

/** Lengths in characters. */
export const threadLimits = {
  title: { min: 4, max: 120 },
  body: { min: 1, max: 5000 },
  note: { min: 1, max: 2000 },
  search: { max: 100 },
  /** Of the last message, in the list of threads. */
  excerpt: 140,
  /** So many messages are written by one person in ten minutes at most. */
  messagesPerTenMinutes: 30,
  /** So many threads are opened by one person in a day at most. */
  threadsPerDay: 10,
  /** So many photos are kept for one person that are not sent yet, and so long. */
  unsentPhotos: 20,
  unsentPhotoSeconds: 86_400,
  /** So long a message waits before it is told elsewhere: who has the thread open has read it by then. */
  toldAfterSeconds: 5,
} as const;

/** A photo that was kept for its sender before, and what is said about it: words, or the choice for none. */
export type MessagePhotoInput = Pick<PhotoView, 'id' | 'description' | 'isUndescribed'>;

export interface MessageInput {
  readonly body: string;
  /** In the order in which they are shown. */
  readonly photos?: readonly MessagePhotoInput[];
}

export interface ThreadInput extends MessageInput {
  /** Where who writes lives, or for whose group they write. */
  readonly villageId: string;
  /** The village whose group is written to; without it the brokers of the own village are. */
  readonly toVillageId?: string;
  readonly title: string;
}

/** Who can be brought into a thread between villages: a team of the municipality, or who proposed a point in one of them. */
export interface PossibleGuests {
  readonly teams: readonly TeamRef[];
  readonly proposers: readonly {
    readonly proposalId: string;
    readonly title: string;
    readonly name: string;
  }[];
}

/** A team, or who proposed a point; exactly one of the two. The message says why, and everybody in the thread reads it. */
export interface GuestInput {
  readonly teamId?: string;
  readonly proposalId?: string;
  readonly body: string;
}

export interface ReadInput {
  /** The number of the newest message that was on the screen. */
  readonly number: number;
}

/** Who takes part, as all who take part see it. */
export interface SideView {
  readonly kind: SideKind;
  /** Of the person, of the village of a group or of brokers, or of the team; null when the person left the platform. */
  readonly name: string | null;
}

export interface ParticipantView extends SideView {
  readonly hasLeft: boolean;
}

/** A thread as one person sees it; nothing in it is newer than the moment that person left. */
export interface ThreadSummary {
  readonly id: string;
  readonly title: string;
  readonly subjectKind: ThreadSubjectKind;
  readonly subjectId: string | null;
  readonly participants: readonly ParticipantView[];
  readonly createdAt: string;
  /** When the last message came, or the thread was opened. */
  readonly lastMessageAt: string;
  /** The beginning of the last message; null while there is none. */
  readonly excerpt: string | null;
  /** Messages of others that this person did not read yet. */
  readonly unread: number;
  /** Who answers, and by when; null where nobody of the municipality has to, and for who left. */
  readonly inbox: InboxView | null;
}

export interface ThreadView extends ThreadSummary {
  /** Whether this person takes part no more, and so sees what was there until then. */
  readonly hasLeft: boolean;
  readonly allowedActions: readonly ThreadAction[];
}

export interface MessageView {
  readonly id: string;
  /** Counts up within the thread, from 1. */
  readonly number: number;
  readonly body: string;
  /** Their files are found at `/api/v1/message-photos/{id}/{size}`. */
  readonly photos: readonly PhotoView[];
  /** Null when the person left the platform. */
  readonly author: string | null;
  readonly isMine: boolean;
  /** On whose behalf it was written. */
  readonly side: SideView;
  readonly createdAt: string;
  /** Whether a draft of a proposal was made of it. */
  readonly isDrafted: boolean;
  /** That proposal, for who may open it: who wrote the message, and everybody once it is public. */
  readonly proposalId: string | null;
  readonly allowedActions: readonly MessageAction[];
}
