import { Injectable } from '@nestjs/common';
import { Realtime } from '@kernagenda/shared/api';
import type { Change, Room } from '@kernagenda/shared/domain';

/** Where a change of a proposal is heard; nothing about a text that is not public reaches a public room. */
export interface ProposalChange {
  readonly proposalId: string;
  readonly villageId: string;
  readonly alsoVillageIds: readonly string[];
  readonly authorId: string | null;
  readonly kind: 'proposal' | 'support';
  /** True when everyone could read it before or after the change. */
  readonly isPublic: boolean;
  /** The brokers on whose desk it came, changed or is no more. */
  readonly deskOf: readonly string[];
}

@Injectable()
export class ProposalsLive {
  constructor(private readonly realtime: Realtime) {}

  /** Tells every room that shows these proposals; call it after the commit. */
  announce(...changes: readonly ProposalChange[]): void {
    for (const change of changes) {
      const { proposalId, villageId, deskOf } = change;
      for (const room of roomsOf(change)) this.realtime.publish(room, { kind: change.kind, proposalId, villageId });
      this.announceQueue(proposalId, villageId, deskOf);
    }
  }

  /** Tells the author and the desk alone: nobody else hears that a new text waits, or was refused. */
  announceNewText({ proposalId, villageId, authorId, deskOf }: ProposalChange): void {
    if (authorId) this.announceTo(authorId, { proposalId, villageId });
    this.announceQueue(proposalId, villageId, deskOf);
  }

  /** Tells one person alone that this proposal of theirs looks different, or is theirs no more. */
  announceTo(personId: string, { proposalId, villageId }: Pick<ProposalChange, 'proposalId' | 'villageId'>): void {
    this.realtime.publish(`person:${personId}`, { kind: 'proposal', proposalId, villageId });
  }

  /** Tells these brokers that their queue looks different. */
  announceQueue(proposalId: string, villageId: string, brokerIds: readonly string[]): void {
    const change: Change = { kind: 'queue', proposalId, villageId };
    for (const id of brokerIds) this.realtime.publish(`person:${id}`, change);
  }
}

function roomsOf({ proposalId, villageId, alsoVillageIds, authorId, isPublic }: ProposalChange): Room[] {
  return [
    `proposal:${proposalId}`,
    ...(authorId ? [`person:${authorId}` as const] : []),
    ...(isPublic ? (['public', `village:${villageId}`] as const) : []),
    ...(isPublic ? alsoVillageIds.map((id) => `village:${id}` as const) : []),
  ];
}
