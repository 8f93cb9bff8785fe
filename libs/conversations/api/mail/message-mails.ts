import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Actors } from '@kernagenda/identity/api';
import type { MessageView } from '@kernagenda/conversations/domain';
import { Threads } from '../threads';
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
    const opened = actor && (await this.threads.find(manager, actor, threadId));
    if (!actor || !opened) return null;
    const message = await this.threads.findMessage(manager, actor, opened, threadId, messageId);
    if (!message) return null;
    const mayWrite = opened.access.writesAs !== null;
    return {
      message,
      replyTo: mayWrite ? await this.addresses.addressFor(manager, threadId, personId) : null,
    };
  }
}
