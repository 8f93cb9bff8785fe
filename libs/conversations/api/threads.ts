import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Jobs, Realtime, namedQuery } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { leavable, threadAccess, threadLimits } from '@kernagenda/conversations/domain';
import type {
  MessageInput,
  MessageView,
  Participant,
  ThreadAccess,
  ThreadSubjectKind,
} from '@kernagenda/conversations/domain';
import { InboxEntries } from './inbox/inbox-entries';
import { MessagePhotosService } from './message-photos.service';
import { Message, Thread, ThreadParticipant } from './threads.entities';
import { messageSent } from './threads.events';
import { listenersQuery, lockQuery, messageQuery, participantsQuery } from './threads.queries';
import type { MessageRow, ParticipantRow } from './threads.queries';
import { toMessage, toParticipant } from './threads.views';

/** Who shall take part; `group` and `brokers` by their village. */
export type NewSide =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'group' | 'brokers'; readonly villageId: string }
  | { readonly kind: 'team'; readonly teamId: string };

export interface NewThread {
  readonly title: string;
  readonly subjectKind: ThreadSubjectKind;
  readonly subjectId: string | null;
  readonly sides: readonly NewSide[];
}

/** A thread as it stands for one person. */
export interface OpenedThread {
  readonly participants: readonly Participant[];
  readonly access: ThreadAccess;
}

/** Opens threads, and changes them, in the transaction of who asks; the contexts that own a subject decide who may. */
@Injectable()
export class Threads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly photos: MessagePhotosService,
    private readonly entries: InboxEntries,
  ) {}

  /** An actor is null where the system does it. @returns the id of the new thread; tell it with `announce` after the commit. */
  async open(manager: EntityManager, actor: Actor | null, { sides, ...thread }: NewThread): Promise<string> {
    const created = manager.create(Thread, { ...thread, lastNumber: 0, createdAt: this.clock.now() });
    const { id } = await manager.save(created);
    await this.record(manager, actor, 'thread.open', id, { subjectKind: thread.subjectKind });
    for (const side of sides) await this.join(manager, actor, id, side);
    return id;
  }

  /** Says what a thread is about that was opened before its subject had an id. */
  async concern(manager: EntityManager, threadId: string, subjectId: string): Promise<void> {
    await manager.update(Thread, threadId, { subjectId });
  }

  /** Lets a person or a side take part, or take part again; they read all that was said before. */
  async join(manager: EntityManager, actor: Actor | null, threadId: string, side: NewSide): Promise<void> {
    const { affected } = await manager.update(
      ThreadParticipant,
      { threadId, ...side },
      { leftAt: null, leftAfter: null, readsOnly: false },
    );
    if (!affected) await manager.insert(ThreadParticipant, { threadId, ...side, joinedAt: this.clock.now() });
    await this.record(manager, actor, 'thread.join', threadId, { ...side });
  }

  /** Ends the part of a side, which reads what was said until now. Nothing happens where it takes no part. */
  async end(manager: EntityManager, actor: Actor, threadId: string, side: NewSide): Promise<void> {
    const left = { leftAt: this.clock.now(), leftAfter: await this.lock(manager, threadId) };
    const { affected } = await manager.update(ThreadParticipant, { threadId, ...side, leftAt: IsNull() }, left);
    if (affected) await this.record(manager, actor, 'thread.leave', threadId, { ...side });
  }

  /**
   * Writes for the person or side this person acts for; what is no answer leaves a question waiting. @returns the id of the message.
   * @throws Problem `not_found` without access, `not_allowed` for who only reads, `invalid_input` for a faulty photo.
   */
  async write(
    manager: EntityManager,
    actor: Actor,
    threadId: string,
    { body, photos = [] }: MessageInput,
    { isAnswer = true } = {},
  ): Promise<string> {
    const number = (await this.lock(manager, threadId)) + 1;
    const { writesAs } = (await this.require(manager, actor, threadId)).access;
    if (writesAs === null) throw new Problem('not_allowed');
    await manager.update(Thread, threadId, { lastNumber: number });
    const message = { threadId, number, participantId: writesAs, authorId: actor.personId, body };
    const { id } = await manager.save(manager.create(Message, { ...message, createdAt: this.clock.now() }));
    await this.photos.send(manager, actor, id, photos);
    const afterSeconds = threadLimits.toldAfterSeconds;
    if (isAnswer) await this.entries.written(manager, threadId, writesAs);
    await this.jobs.publish(manager, messageSent, { messageId: id }, { afterSeconds });
    return id;
  }

  /** Ends the own part of this person. @throws Problem `not_found` without access, `not_allowed` for a side. */
  async leave(manager: EntityManager, actor: Actor, threadId: string): Promise<void> {
    const leftAfter = await this.lock(manager, threadId);
    const { participants } = await this.require(manager, actor, threadId);
    const own = leavable(actor, participants);
    if (!own) throw new Problem('not_allowed');
    await manager.update(ThreadParticipant, own.id, { leftAt: this.clock.now(), leftAfter });
    await this.record(manager, actor, 'thread.leave', threadId, { kind: 'person', personId: actor.personId });
  }

  /** @throws Problem `not_found` when the thread does not exist for this person. */
  async require(source: DataSource | EntityManager, actor: Actor, threadId: string): Promise<OpenedThread> {
    const opened = await this.find(source, actor, threadId);
    if (!opened) throw new Problem('not_found');
    return opened;
  }

  /** A thread as it stands for one person; null when it does not exist for them. */
  async find(source: DataSource | EntityManager, actor: Actor, threadId: string): Promise<OpenedThread | null> {
    const participants = await this.listParticipants(source, threadId);
    const access = threadAccess(actor, participants);
    return access && { participants, access };
  }

  /** A message as this person reads it; null for one of another thread, or from after they left. */
  async findMessage(
    source: DataSource | EntityManager,
    actor: Actor,
    { participants, access }: OpenedThread,
    threadId: string,
    id: string,
  ): Promise<MessageView | null> {
    const [row] = await namedQuery<MessageRow>(source, 'message', messageQuery, [threadId, id, access.readsUntil]);
    return row ? toMessage(row, actor, participants) : null;
  }

  /** Tells everyone who may read on at this moment that something changed; call it after the commit. */
  async announce(threadId: string, ...alsoPersonIds: readonly string[]): Promise<void> {
    for (const id of new Set([...(await this.listListeners(threadId)), ...alsoPersonIds])) {
      this.realtime.publish(`person:${id}`, { kind: 'thread', threadId });
    }
  }

  /** Ids of everyone who may read on at this moment. */
  async listListeners(threadId: string): Promise<readonly string[]> {
    const values = [threadId, this.clock.now()];
    const rows = await namedQuery<{ readonly id: string }>(this.dataSource, 'thread listeners', listenersQuery, values);
    return rows.map(({ id }) => id);
  }

  private async listParticipants(source: DataSource | EntityManager, threadId: string): Promise<Participant[]> {
    const values = [threadId, this.clock.now()];
    const rows = await namedQuery<ParticipantRow>(source, 'thread participants', participantsQuery, values);
    return rows.map(toParticipant);
  }

  /** The number of the last message, which stands until the transaction ends. */
  async lock(manager: EntityManager, threadId: string): Promise<number> {
    const [row] = await namedQuery<{ readonly lastNumber: number }>(manager, 'thread lock', lockQuery, [threadId]);
    if (!row) throw new Problem('not_found');
    return row.lastNumber;
  }

  private record(
    manager: EntityManager,
    actor: Actor | null,
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(manager, {
      ...{ actorId: actor?.personId ?? null, action, objectType: 'thread', objectId, details },
    });
  }
}
