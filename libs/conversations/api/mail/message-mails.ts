import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actors } from '@kernagenda/identity/api';
import type { MessageView } from '@kernagenda/conversations/domain';
import { namedQuery } from '@kernagenda/shared/api';
import { Threads } from '../threads';
import { messageQuery } from '../threads.queries';
import type { MessageRow } from '../threads.queries';
import { toMessage } from '../threads.views';
import { ReplyAddresses } from './reply-addresses';

/** A message as one person gets it by mail. */
export interface MailedMessage {
  readonly message: MessageView;
  /** Where an answer goes; null where no mail is received, and for who only reads. */
  readonly replyTo: string | null;
}

/** What the mail about a message says. */
@Injectable()
export class MessageMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly actors: Actors,
    private readonly threads: Threads,
    private readonly addresses: ReplyAddresses,
  ) {}

  /** Null for who may not read it at this moment. */
  async find(threadId: string, messageId: string, personId: string): Promise<MailedMessage | null> {
    const { manager } = this.dataSource;
    const actor = await this.actors.findPerson(personId);
    const access = actor && (await this.threads.findAccess(manager, actor, threadId));
    if (!actor || !access) return null;
    const [row] = await namedQuery<MessageRow>(manager, 'message', messageQuery, [messageId]);
    if (!row || row.number > (access.readsUntil ?? row.number)) return null;
    const mayWrite = access.writesAs !== null;
    return {
      message: toMessage(row, actor),
      replyTo: mayWrite ? await this.addresses.addressFor(manager, threadId, personId) : null,
    };
  }
}
