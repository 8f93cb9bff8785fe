import { leavable } from '@kernagenda/conversations/domain';
import type {
  MessageView,
  Participant,
  Side,
  ThreadAccess,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import type { MessageRow, ParticipantRow, ThreadRow } from './threads.queries';

export function toParticipant(row: ParticipantRow): Participant {
  return { id: row.id, side: toSide(row), leftAfter: row.leftAfter };
}

function toSide({ kind, personId, villageId, areaId, municipalityId, needsStandIn, teamId }: ParticipantRow): Side {
  const place = { villageId: villageId ?? '', areaId: areaId ?? '', municipalityId: municipalityId ?? '' };
  switch (kind) {
    case 'person':
      return { kind, personId: personId ?? '' };
    case 'group':
      return { kind, place };
    case 'brokers':
      return { kind, place, needsStandIn };
    case 'team':
      return { kind, teamId: teamId ?? '' };
  }
}

export function toSummary({ createdAt, lastMessageAt, ...row }: ThreadRow): ThreadSummary {
  return { ...row, createdAt: createdAt.toISOString(), lastMessageAt: lastMessageAt.toISOString() };
}

export function toThread(
  row: ThreadRow,
  actor: Actor,
  participants: readonly Participant[],
  access: ThreadAccess,
): ThreadView {
  return {
    ...toSummary(row),
    hasLeft: access.readsUntil !== null,
    allowedActions: [
      ...(access.writesAs === null ? [] : (['write'] as const)),
      ...(leavable(actor, participants) ? (['leave'] as const) : []),
    ],
  };
}

export function toMessage({ authorId, createdAt, ...row }: MessageRow, actor: Actor): MessageView {
  return { ...row, isMine: authorId === actor.personId, createdAt: createdAt.toISOString() };
}
