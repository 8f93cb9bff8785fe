import { firstName, inboxActions, leavable, mayInvite, messageActions } from '@kernagenda/conversations/domain';
import type {
  InboxView,
  MessageView,
  Participant,
  Side,
  ThreadAccess,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { InboxRow, MessageRow, ParticipantRow, ThreadRow } from './threads.queries';

export function toParticipant(row: ParticipantRow): Participant {
  return { id: row.id, side: toSide(row), leftAfter: row.leftAfter, readsOnly: row.readsOnly };
}

function toSide({ kind, personId, villageId, areaId, municipalityId, ...row }: ParticipantRow): Side {
  const place = { villageId: villageId ?? '', areaId: areaId ?? '', municipalityId: municipalityId ?? '' };
  switch (kind) {
    case 'person':
      return { kind, personId: personId ?? '' };
    case 'group':
      return { kind, place };
    case 'brokers':
      return { kind, place, needsStandIn: row.needsStandIn };
    case 'team':
      return { kind, teamId: row.teamId ?? '', villageId: row.homeId };
  }
}

export function toSummary(
  { createdAt, lastMessageAt, inbox, ...row }: ThreadRow,
  actor: Actor,
  now: Date,
): ThreadSummary {
  return {
    ...row,
    ...{ createdAt: createdAt.toISOString(), lastMessageAt: lastMessageAt.toISOString() },
    inbox: inbox && toInbox(inbox, actor, now),
  };
}

function toInbox({ state, holder, assignee, assigneeId, dueOn }: InboxRow, actor: Actor, now: Date): InboxView {
  return {
    ...{ state, holder, dueOn },
    assignee: assignee === null ? null : firstName(assignee),
    isMine: assigneeId === actor.personId,
    isLate: state === 'waiting' && dueOn < amsterdamDay(now),
  };
}

export function toThread(
  row: ThreadRow,
  actor: Actor,
  participants: readonly Participant[],
  access: ThreadAccess,
  now: Date,
): ThreadView {
  return {
    ...toSummary(row, actor, now),
    hasLeft: access.readsUntil !== null,
    allowedActions: [
      ...(access.writesAs === null ? [] : (['write'] as const)),
      ...(leavable(actor, participants) ? (['leave'] as const) : []),
      ...(mayInvite(actor, participants, row.subjectKind) ? (['invite'] as const) : []),
      ...(row.inbox ? inboxActions(actor, participants, row.inbox) : []),
    ],
  };
}

export function toMessage(
  { authorId, participantId, createdAt, isDirect, draftId, isPublic, ...row }: MessageRow,
  actor: Actor,
  participants: readonly Participant[],
): MessageView {
  const isMine = authorId === actor.personId;
  const isDrafted = draftId !== null;
  return {
    ...row,
    ...{ isMine, createdAt: createdAt.toISOString(), isDrafted },
    proposalId: isMine || isPublic ? draftId : null,
    allowedActions: messageActions(actor, participants, { isDirect, participantId, authorId, isDrafted }),
  };
}
