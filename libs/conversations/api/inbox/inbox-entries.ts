import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { expectedOn, inboxActions } from '@kernagenda/conversations/domain';
import type { InboxAction, Participant } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { InboxEntry } from './inbox.entities';
import { openQuery, writtenQuery } from './inbox.queries';

/** Keeps what waits, and until when, in the transaction of each message, and says who may do what with it. */
@Injectable()
export class InboxEntries {
  constructor(private readonly clock: Clock) {}

  /** A new thread of a resident waits for the brokers of the village. */
  async open(manager: EntityManager, threadId: string): Promise<void> {
    await namedQuery(manager, 'inbox open', openQuery, [threadId, expectedOn(this.clock.now())]);
  }

  /** @throws Problem `not_allowed` for who may not do this, and in a thread without an entry */
  async require(
    manager: EntityManager,
    actor: Actor,
    threadId: string,
    participants: readonly Participant[],
    action: InboxAction,
  ): Promise<InboxEntry> {
    const entry = await manager.findOneBy(InboxEntry, { threadId });
    if (!entry || !inboxActions(actor, participants, entry).includes(action)) throw new Problem('not_allowed');
    return entry;
  }

  /** A message of the resident waits again, also when the thread was closed; one of the municipality answers. */
  async written(manager: EntityManager, threadId: string, participantId: string): Promise<void> {
    const values = [threadId, participantId, expectedOn(this.clock.now())];
    await namedQuery(manager, 'inbox written', writtenQuery, values);
  }
}
