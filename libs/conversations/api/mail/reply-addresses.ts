import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Settings } from '@kernagenda/shared/api';
import { ThreadReplyAddress } from './mail.entities';

const before = 'gesprek-';

/** The addresses at which threads are answered by mail: of one person in one thread each, and not to be guessed. */
@Injectable()
export class ReplyAddresses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** The same each time; null where this installation receives no mail. */
  async addressFor(manager: EntityManager, threadId: string, personId: string): Promise<string | null> {
    const { mailIn, secretKey } = this.settings;
    if (!mailIn) return null;
    const told = `reply-address\n${threadId}\n${personId}`;
    const token = createHmac('sha256', secretKey).update(told).digest('hex').slice(0, 40);
    const row = { threadId, personId, tokenHash: hashOf(token) };
    await manager.createQueryBuilder().insert().into(ThreadReplyAddress).values(row).orIgnore().execute();
    return `${before}${token}@${mailIn.domain}`;
  }

  /** Whose answer a mail to this address is, and in which thread; null when there is no such address. */
  async find(address: string): Promise<ThreadReplyAddress | null> {
    const [local = '', domain] = address.toLowerCase().split('@');
    if (domain !== this.settings.mailIn?.domain || !local.startsWith(before)) return null;
    const tokenHash = hashOf(local.slice(before.length));
    return this.dataSource.manager.findOneBy(ThreadReplyAddress, { tokenHash });
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
