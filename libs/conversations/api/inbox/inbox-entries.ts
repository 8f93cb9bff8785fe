import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { expectedOn } from '@kernagenda/conversations/domain';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { openQuery, writtenQuery } from './inbox.queries';

/** Keeps what waits, and until when, in the transaction of each message. */
@Injectable()
export class InboxEntries {
  constructor(private readonly clock: Clock) {}

  /** A new thread of a resident waits for the brokers of the village. */
  async open(manager: EntityManager, threadId: string): Promise<void> {
    await namedQuery(manager, 'inbox open', openQuery, [threadId, expectedOn(this.clock.now())]);
  }

  /** A message of the resident waits again, also when the thread was closed; one of the municipality answers. */
  async written(manager: EntityManager, threadId: string, participantId: string): Promise<void> {
    const values = [threadId, participantId, expectedOn(this.clock.now())];
    await namedQuery(manager, 'inbox written', writtenQuery, values);
  }
}
