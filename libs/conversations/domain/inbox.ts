import type { Actor } from '@kernagenda/identity/domain';
import { amsterdamDay, workingDaysAfter } from '@kernagenda/shared/domain';
import { actsFor, isOwnSide } from './thread-access';
import type { Participant } from './thread-access';
import type { InboxAction, SideView } from './threads';

/** `waiting`: the resident wrote last; `answered`: the municipality did; `closed`: until the resident writes again. */
export const inboxStates = ['waiting', 'answered', 'closed'] as const;
export type InboxState = (typeof inboxStates)[number];

/** Of what is not closed: given to this person or whom they cover, held by a side of theirs, given to nobody, past its day. */
export const inboxFilters = ['mine', 'team', 'unassigned', 'late'] as const;
export type InboxFilter = (typeof inboxFilters)[number];

/** Which threads of a person are wanted; null for no choice. */
export interface ThreadFilter {
  readonly inbox: InboxFilter | null;
  /** Part of a title or of a message. */
  readonly search: string | null;
}

export const inboxLimits = {
  /** Within so many working days a resident is answered, counted from the first message that waits. */
  replyWorkingDays: 5,
} as const;

/** What everyone in a thread knows of who answers. */
export interface InboxView {
  readonly state: InboxState;
  /** The brokers of a village, or the team, that has it now. */
  readonly holder: SideView;
  /** First name of who answers; null while nobody was named. */
  readonly assignee: string | null;
  readonly isMine: boolean;
  /** The day `yyyy-mm-dd` on which an answer is there at the latest. */
  readonly dueOn: string;
  /** Whether an answer should have been there. */
  readonly isLate: boolean;
}

export interface InboxInput {
  /** Who answers, of the side that has it; null for nobody in particular. */
  readonly personId: string | null;
}

export interface HandOverInput {
  /** The team that answers from now on; null for the brokers of the village. */
  readonly teamId: string | null;
}

export interface NoteInput {
  readonly body: string;
}

/** What one colleague told the others about a thread. */
export interface NoteView {
  readonly id: string;
  readonly body: string;
  /** Null when the person left the platform. */
  readonly author: string | null;
  readonly isMine: boolean;
  readonly createdAt: string;
}

/** Somebody to whom a thread can be given. */
export interface Colleague {
  readonly id: string;
  readonly displayName: string;
  /** Whether it was given to this person already. */
  readonly isAssignee: boolean;
}

/** The day `yyyy-mm-dd` in Amsterdam by which a message of this moment is answered. */
export const expectedOn = (at: Date): string => amsterdamDay(workingDaysAfter(at, inboxLimits.replyWorkingDays));

/** All that a resident hears of the name of who answers. */
export const firstName = (displayName: string): string => displayName.split(' ', 1)[0] ?? '';

/** What is asked to decide about a thread in the inbox. */
export interface InboxFacts {
  readonly holderId: string;
  readonly state: InboxState;
}

/**
 * What this person may do for the municipality in a thread: the side that has it, and the brokers who may take it back.
 * Everyone of the municipality who reads it notes things for colleagues.
 */
export function inboxActions(
  actor: Actor,
  participants: readonly Participant[],
  { holderId, state }: InboxFacts,
): readonly InboxAction[] {
  if (participants.some((one) => isOwnSide(actor, one))) return [];
  const own = participants.filter(
    ({ side, leftAfter }) =>
      leftAfter === null && (side.kind === 'brokers' || side.kind === 'team') && actsFor(actor, side),
  );
  if (own.length === 0) return [];
  const holds = own.some(({ id }) => id === holderId);
  const mayMove = holds || own.some(({ side }) => side.kind === 'brokers');
  if (state === 'closed') return holds ? ['reopen', 'note'] : ['note'];
  return [
    ...(holds ? (['assign'] as const) : []),
    ...(mayMove ? (['hand_over'] as const) : []),
    ...(holds ? (['close'] as const) : []),
    'note',
  ];
}
