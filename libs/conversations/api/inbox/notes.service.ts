import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { NoteInput, NoteView } from '@kernagenda/conversations/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Audit, Clock, Idempotency, RateLimits, Realtime, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Threads } from '../threads';
import { InboxEntries } from './inbox-entries';
import { ThreadNote } from './inbox.entities';
import { noteReadersQuery, notesQuery } from './inbox.queries';
import type { NoteRow } from './inbox.queries';

/** What colleagues tell each other about the question of a resident. The resident never hears of it, nor does any mail. */
@Injectable()
export class NotesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly realtime: Realtime,
    private readonly threads: Threads,
    private readonly entries: InboxEntries,
  ) {}

  /** The newest first. @throws Problem `not_found` without access, `not_allowed` for who does not work for the municipality here. */
  async list(actor: Actor, threadId: string): Promise<readonly NoteView[]> {
    await this.require(this.dataSource.manager, actor, threadId);
    const rows = await namedQuery<NoteRow>(this.dataSource, 'thread notes', notesQuery, [threadId]);
    return rows.map(({ authorId, createdAt, ...row }) => ({
      ...row,
      ...{ isMine: authorId === actor.personId, createdAt: createdAt.toISOString() },
    }));
  }

  /** @throws Problem as `list`, and `too_many_requests` */
  async add(actor: Actor, threadId: string, { body }: NoteInput, call: IdempotentCall | null): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        await this.threads.lock(manager, threadId);
        await this.require(manager, actor, threadId);
        this.limits.take('notes', actor.personId, { count: threadLimits.messagesPerTenMinutes, seconds: 600 });
        const note = { threadId, authorId: actor.personId, body, createdAt: this.clock.now() };
        const { id } = await manager.save(manager.create(ThreadNote, note));
        await this.audit.record(manager, {
          ...{ actorId: actor.personId, action: 'thread.note', objectType: 'thread', objectId: threadId },
        });
        return { id };
      }),
    );
    const values = [threadId, this.clock.now()];
    const readers = await namedQuery<{ readonly id: string }>(
      this.dataSource,
      'note readers',
      noteReadersQuery,
      values,
    );
    for (const { id } of readers) this.realtime.publish(`person:${id}`, { kind: 'thread', threadId });
  }

  private async require(manager: EntityManager, actor: Actor, threadId: string): Promise<void> {
    const { participants } = await this.threads.require(manager, actor, threadId);
    await this.entries.require(manager, actor, threadId, participants, 'note');
  }
}
