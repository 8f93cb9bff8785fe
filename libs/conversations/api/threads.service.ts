import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Idempotency, RateLimits, Realtime, containing, namedQuery, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { actsAsResident, actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { threadLimits } from '@kernagenda/conversations/domain';
import type {
  MessageInput,
  MessageView,
  ThreadFilter,
  ThreadInput,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';
import { InboxEntries } from './inbox/inbox-entries';
import { Threads } from './threads';
import type { NewThread } from './threads';
import { listQuery, markQuery, messagesQuery, oneQuery, placesQuery } from './threads.queries';
import type { MessageRow, ThreadRow } from './threads.queries';
import { toMessage, toSummary, toThread } from './threads.views';

/** A page of messages with the thread they stand in. */
export interface MessagePage extends Page<MessageView> {
  readonly thread: ThreadView;
}

/** The inbox of whoever asks. Nothing of a thread exists for who takes no part. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly realtime: Realtime,
    private readonly threads: Threads,
    private readonly entries: InboxEntries,
  ) {}

  /** Newest first, with what this person did not read yet; all of them, or those in the inbox or with these words. */
  async list(
    actor: Actor,
    { inbox, search }: ThreadFilter,
    limit: number,
    after: readonly [lastMessageAt: string, id: string] | null,
  ): Promise<Page<ThreadSummary>> {
    const now = this.clock.now();
    const keys = [after?.[0] ?? null, after?.[1] ?? null];
    const pattern = search === null ? null : containing(search);
    const values = [actor.personId, now, ...keys, limit + 1, inbox, amsterdamDay(now), pattern];
    const rows = await namedQuery<ThreadRow>(this.dataSource, 'threads', listQuery, values);
    return toPage(
      rows,
      limit,
      (row) => toSummary(row, actor, now),
      ({ lastMessageAt, id }) => [lastMessageAt.toISOString(), id],
    );
  }

  /** @throws Problem `not_found` when the thread does not exist for this person. */
  async getThread(actor: Actor, id: string): Promise<ThreadView> {
    const { participants, access } = await this.threads.require(this.dataSource, actor, id);
    const now = this.clock.now();
    const values = [actor.personId, now, id];
    const [row] = await namedQuery<ThreadRow>(this.dataSource, 'thread', oneQuery, values);
    if (!row) throw new Problem('not_found');
    return toThread(row, actor, participants, access, now);
  }

  /** Newest first. @throws Problem `not_found` when the thread does not exist for this person. */
  async listMessages(
    actor: Actor,
    id: string,
    limit: number,
    before: readonly [number: number] | null,
  ): Promise<MessagePage> {
    const { participants, access } = await this.threads.require(this.dataSource, actor, id);
    const values = [id, access.readsUntil, before?.[0] ?? null, limit + 1];
    const rows = await namedQuery<MessageRow>(this.dataSource, 'messages', messagesQuery, values);
    const page = toPage(
      rows,
      limit,
      (row) => toMessage(row, actor, participants),
      ({ number }) => [number],
    );
    return { ...page, thread: await this.getThread(actor, id) };
  }

  /**
   * A resident writes to the brokers of the own village, or who keeps the agenda of a village to the group of another.
   * @throws Problem `not_allowed` for a village that is not theirs, `invalid_input` for one that does not exist
   */
  async open(
    actor: Actor,
    { villageId, toVillageId, title, ...message }: ThreadInput,
    call: IdempotentCall | null,
  ): Promise<ThreadView> {
    const thread = toVillageId
      ? await this.betweenVillages(actor, villageId, toVillageId)
      : this.withMunicipality(actor, villageId);
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        this.limits.take('threads', actor.personId, { count: threadLimits.threadsPerDay, seconds: 86_400 });
        const threadId = await this.threads.open(manager, actor, { title, ...thread });
        if (thread.subjectKind === 'direct') await this.entries.open(manager, threadId);
        await this.threads.write(manager, actor, threadId, message);
        return { id: threadId };
      }),
    );
    await this.threads.announce(id);
    return this.getThread(actor, id);
  }

  private withMunicipality(actor: Actor, villageId: string): Omit<NewThread, 'title'> {
    if (!actsAsResident(actor) || actor.homeVillageId !== villageId) throw new Problem('not_allowed');
    const sides = [
      { kind: 'person', personId: actor.personId },
      { kind: 'brokers', villageId },
    ] as const;
    return { subjectKind: 'direct', subjectId: villageId, sides };
  }

  /** The brokers of both read along, as they do with all that villages do together. */
  private async betweenVillages(actor: Actor, villageId: string, toId: string): Promise<Omit<NewThread, 'title'>> {
    const places = await namedQuery<Place>(this.dataSource, 'thread places', placesQuery, [[villageId, toId]]);
    const own = places.find((place) => place.villageId === villageId);
    if (!own || !actsAsSecretary(actor, own)) throw new Problem('not_allowed');
    if (villageId === toId || places.length < 2) {
      throw new Problem('invalid_input', undefined, [{ pointer: '/toVillageId', detail: 'another village' }]);
    }
    const sides = [villageId, toId].flatMap((id) => [
      { kind: 'group', villageId: id } as const,
      { kind: 'brokers', villageId: id } as const,
    ]);
    return { subjectKind: 'villages', subjectId: null, sides };
  }

  /** @throws Problem what `Threads.write` throws; `not_allowed` is for who left or only reads. */
  async write(
    actor: Actor,
    threadId: string,
    message: MessageInput,
    call: IdempotentCall | null,
  ): Promise<MessageView> {
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        this.limits.take('messages', actor.personId, { count: threadLimits.messagesPerTenMinutes, seconds: 600 });
        return { id: await this.threads.write(manager, actor, threadId, message) };
      }),
    );
    await this.threads.announce(threadId);
    return this.getMessage(actor, threadId, id);
  }

  /** @throws Problem `not_found` when it does not exist for this person. */
  async getMessage(actor: Actor, threadId: string, id: string): Promise<MessageView> {
    const opened = await this.threads.require(this.dataSource, actor, threadId);
    const message = await this.threads.findMessage(this.dataSource, actor, opened, threadId, id);
    if (!message) throw new Problem('not_found');
    return message;
  }

  /** Remembers how far this person read; it never goes back. @throws Problem `not_found` without access. */
  async markRead(actor: Actor, threadId: string, number: number): Promise<void> {
    await this.threads.require(this.dataSource, actor, threadId);
    const values = [threadId, actor.personId, number];
    const moved = await namedQuery(this.dataSource, 'thread mark', markQuery, values);
    if (moved.length > 0) this.realtime.publish(`person:${actor.personId}`, { kind: 'thread', threadId });
  }

  /** From now on this person hears nothing more; what was said stays readable. */
  async leave(actor: Actor, threadId: string): Promise<void> {
    await this.dataSource.transaction((manager) => this.threads.leave(manager, actor, threadId));
    await this.threads.announce(threadId, actor.personId);
  }
}
