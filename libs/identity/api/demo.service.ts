import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { DemoMail, Settings, decodeCursor, toPage } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { DemoMailView, DemoPersonView } from '@kernagenda/identity/domain';
import type { DemoMailQuery } from './identity.dto';
import { Person } from './identity.entities';
import { Sessions } from './sessions.service';

/** Lets people try the demo without a mailbox. Outside the demo none of this exists. */
@Injectable()
export class DemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly sessions: Sessions,
  ) {}

  async listPeople(): Promise<Page<DemoPersonView>> {
    this.requireDemo();
    const people = await this.dataSource.manager.find(Person, {
      where: { demoDescription: Not(IsNull()) },
      order: { createdAt: 'asc', email: 'asc' },
    });
    const items = people.map(({ id, displayName, email, demoDescription }) => ({
      id,
      displayName,
      email,
      description: demoDescription ?? '',
    }));
    return { items, nextCursor: null };
  }

  /** The token of a new session as one of the demo people. */
  async signIn(personId: string): Promise<string> {
    this.requireDemo();
    return this.dataSource.transaction(async (manager) => {
      const person = await manager.findOneBy(Person, { id: personId, demoDescription: Not(IsNull()) });
      if (!person) throw new Problem('not_found');
      return this.sessions.start(manager, person.id);
    });
  }

  /** The newest mail first. */
  async listMail({ to, cursor, limit }: DemoMailQuery): Promise<Page<DemoMailView>> {
    this.requireDemo();
    const after = decodeCursor(cursor, ['instant', 'id']);
    const query = this.dataSource.manager.createQueryBuilder(DemoMail, 'mail').orderBy('mail.sentAt', 'DESC');
    if (to !== undefined) query.andWhere('mail.recipient = :to', { to });
    if (after) query.andWhere('(mail.sentAt, mail.id) < (:sentAt, :id)', { sentAt: after[0], id: after[1] });
    const mails = await query
      .addOrderBy('mail.id', 'DESC')
      .take(limit + 1)
      .getMany();
    return toPage(
      mails,
      limit,
      ({ id, recipient, subject, text, sentAt }) => ({
        id,
        to: recipient,
        subject,
        text,
        sentAt: sentAt.toISOString(),
      }),
      ({ sentAt, id }) => [sentAt.toISOString(), id],
    );
  }

  private requireDemo(): void {
    if (!this.settings.isDemo) throw new Problem('not_found');
  }
}
