import { actsAsBroker, actsAsSecretary, covers } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import type { MessageAction, ThreadSubjectKind } from './threads';

/** Who takes part: a person, or everyone who acts for a village group, for the brokers of a village, or for a team. */
export type Side =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'group'; readonly place: Place }
  | { readonly kind: 'brokers'; readonly place: Place; readonly needsStandIn: boolean }
  /** `villageId`: of the resident it is about; officials who live there act only as residents. */
  | { readonly kind: 'team'; readonly teamId: string; readonly villageId: string | null };

export interface Participant {
  readonly id: string;
  readonly side: Side;
  /** The number of the last message that was there when it left; null while it takes part. */
  readonly leftAfter: number | null;
  /** Whether it handed the thread over: it reads on and writes nothing. */
  readonly readsOnly: boolean;
}

export interface ThreadAccess {
  /** The number of the last message this person may read; null when nothing is kept from them. */
  readonly readsUntil: number | null;
  /** Id of the participant for whom this person writes, the person before a side; null when they only read. */
  readonly writesAs: string | null;
}

/** Who takes part as this person is somebody the municipality writes to: they get none of its own work. */
export const isOwnSide = (actor: Actor, { side }: Participant): boolean =>
  side.kind === 'person' && side.personId === actor.personId;

function reads(actor: Actor, side: Side): boolean {
  return actsFor(actor, side) || (side.kind === 'group' && covers(actor, 'group_member', side.place));
}

/** Whether this person speaks for a side at this moment. */
export function actsFor(actor: Actor, side: Side): boolean {
  switch (side.kind) {
    case 'person':
      return actor.personId === side.personId;
    case 'group':
      return actsAsSecretary(actor, side.place);
    case 'brokers':
      return actsAsBroker(actor, side.place, side.needsStandIn);
    case 'team':
      return (
        (side.villageId === null || actor.homeVillageId !== side.villageId) &&
        actor.roles.some(
          ({ role, scopeType, scopeId }) => role === 'official' && scopeType === 'team' && scopeId === side.teamId,
        )
      );
  }
}

/**
 * What this person may do in a thread now, or null when it does not exist for them. Asked at every read and every
 * message; `thread_reader` in the database says the same of reading, and a property test holds the two equal.
 */
export function threadAccess(actor: Actor | null, participants: readonly Participant[]): ThreadAccess | null {
  const own = actor ? participants.filter(({ side }) => reads(actor, side)) : [];
  if (!actor || own.length === 0) return null;
  const present = own.filter(({ leftAfter }) => leftAfter === null);
  const writing = present.filter(({ side, readsOnly }) => !readsOnly && actsFor(actor, side));
  return {
    readsUntil: present.length > 0 ? null : Math.max(...own.map(({ leftAfter }) => leftAfter ?? 0)),
    writesAs: (writing.find(({ side }) => side.kind === 'person') ?? writing[0])?.id ?? null,
  };
}

/** The place of this person in a thread that they can leave; a side stays, or nobody would read along any more. */
export const leavable = (actor: Actor, participants: readonly Participant[]): Participant | null =>
  participants.find((one) => isOwnSide(actor, one) && one.leftAfter === null) ?? null;

/** Whether this person brings others into a thread: who writes for one of the villages it is between; no guest does. */
export const mayInvite = (
  actor: Actor,
  participants: readonly Participant[],
  subjectKind: ThreadSubjectKind,
): boolean =>
  subjectKind === 'villages' &&
  participants.some(({ side }) => (side.kind === 'group' || side.kind === 'brokers') && actsFor(actor, side));

/** What the rules need to know of a message. */
export interface MessageFacts {
  /** Whether its thread is one of a resident and the municipality. */
  readonly isDirect: boolean;
  /** For whom it was written. */
  readonly participantId: string;
  /** Null when the person left the platform. */
  readonly authorId: string | null;
  readonly isDrafted: boolean;
}

/**
 * What this person may make of a message. A draft comes of what a resident wrote to the municipality, by their own hand or
 * by whoever answers them at this moment; it is a draft of who wrote the message, so nobody else's words come in.
 */
export function messageActions(
  actor: Actor,
  participants: readonly Participant[],
  { isDirect, participantId, authorId, isDrafted }: MessageFacts,
): readonly MessageAction[] {
  const by = participants.find(({ id }) => id === participantId);
  if (!isDirect || isDrafted || authorId === null || by?.side.kind !== 'person') return [];
  return threadAccess(actor, participants)?.writesAs ? ['make_draft'] : [];
}
