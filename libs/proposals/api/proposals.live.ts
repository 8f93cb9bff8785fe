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
  /** True when it came to the desk of the broker, left it, or changed there. */
  readonly isOnDesk: boolean;
}

@Injectable()
export class ProposalsLive {
  constructor(private readonly realtime: Realtime) {}

  /** Tells every room that shows these proposals; call it after the commit. */
  announce(...changes: readonly ProposalChange[]): void {
    for (const change of changes) {
      const { proposalId, villageId } = change;
      for (const room of roomsOf(change)) this.realtime.publish(room, { kind: change.kind, proposalId, villageId });
      if (change.isOnDesk) this.announceQueue(proposalId, villageId);
    }
  }

  /** Tells the desk of a village that its queue looks different. */
  announceQueue(proposalId: string, villageId: string): void {
    const change: Change = { kind: 'queue', proposalId, villageId };
    this.realtime.publish(`desk:${villageId}`, change);
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
