import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Actors } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { actsFor, isOwnSide } from '@kernagenda/conversations/domain';
import type { Colleague, InboxAction } from '@kernagenda/conversations/domain';
import { Audit, Clock, Jobs, namedQuery } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { Threads } from '../threads';
import type { NewSide, OpenedThread } from '../threads';
import { ThreadParticipant } from '../threads.entities';
import { messageSent } from '../threads.events';
import { InboxEntries } from './inbox-entries';
import { InboxEntry } from './inbox.entities';
import { colleaguesQuery, lastMessageQuery, reopenedQuery, teamQuery } from './inbox.queries';

interface Locked extends OpenedThread {
  readonly entry: InboxEntry;
}

/** The municipality at work in its shared inbox: who answers, which team has it, and what is done with. */
@Injectable()
export class InboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly threads: Threads,
    private readonly entries: InboxEntries,
  ) {}

  /** Everyone of the side that has the thread, by name. @throws Problem `not_found`, `not_allowed` for who may not give it. */
  async listColleagues(actor: Actor, threadId: string): Promise<readonly Colleague[]> {
    const { manager } = this.dataSource;
    const { participants } = await this.threads.require(manager, actor, threadId);
    await this.entries.require(manager, actor, threadId, participants, 'assign');
    return namedQuery<Colleague>(manager, 'inbox colleagues', colleaguesQuery, [threadId, this.clock.now()]);
  }

  /** Says who answers. @throws Problem `not_found`, `not_allowed`, `invalid_input` for somebody of another side. */
  async assign(actor: Actor, threadId: string, personId: string | null): Promise<void> {
    const colleague = personId === null ? null : await this.actors.findPerson(personId);
    await this.change(actor, threadId, 'assign', async (manager, { entry, participants }) => {
      const holder = participants.find(({ id }) => id === entry.holderId);
      const isFit = colleague && holder && actsFor(colleague, holder.side);
      if (personId !== null && (!isFit || participants.some((one) => isOwnSide(colleague, one)))) {
        throw new Problem('invalid_input', undefined, [{ pointer: '/personId', detail: 'does not answer this' }]);
      }
      await manager.update(InboxEntry, { threadId }, { assigneeId: personId });
      return { personId };
    });
  }

  /**
   * Gives the whole thread to a team, or back to the brokers. The brokers read on, a team that had it does not. The team hears of the message that waits.
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` for a team that is not there, or that has it.
   */
  handOver(actor: Actor, threadId: string, teamId: string | null): Promise<void> {
    return this.change(actor, threadId, 'hand_over', async (manager, { entry, participants }) => {
      const place = participants.map(({ side }) => side).find((side) => side.kind === 'brokers')?.place;
      if (!place) throw new Problem('not_allowed');
      const isThere =
        teamId === null ||
        (await namedQuery(manager, 'inbox team', teamQuery, [threadId, teamId, this.clock.now()])).length > 0;
      const side: NewSide =
        teamId === null ? { kind: 'brokers', villageId: place.villageId } : { kind: 'team', teamId };
      const before = participants.find(({ id }) => id === entry.holderId)?.side;
      const isSame = before?.kind === side.kind && (before.kind !== 'team' || before.teamId === teamId);
      if (!isThere || isSame)
        throw new Problem('invalid_input', undefined, [{ pointer: '/teamId', detail: 'cannot have it' }]);
      if (before?.kind === 'team')
        await this.threads.end(manager, actor, threadId, { kind: 'team', teamId: before.teamId });
      else await manager.update(ThreadParticipant, { id: entry.holderId }, { readsOnly: true });
      await this.threads.join(manager, actor, threadId, side);
      const holder = await manager.findOneByOrFail(ThreadParticipant, { threadId, ...side });
      await manager.update(InboxEntry, { threadId }, { holderId: holder.id, assigneeId: null });
      const [last] = await namedQuery<{ readonly id: string }>(manager, 'inbox last', lastMessageQuery, [threadId]);
      if (last && entry.state === 'waiting') await this.jobs.publish(manager, messageSent, { messageId: last.id });
      return { teamId };
    });
  }

  /** Nothing is left to answer, until the resident writes again. @throws Problem `not_found`, `not_allowed`. */
  close(actor: Actor, threadId: string): Promise<void> {
    return this.change(actor, threadId, 'close', async (manager) => {
      await manager.update(InboxEntry, { threadId }, { state: 'closed' });
      return {};
    });
  }

  /** Something is left to do after all: what was not answered waits again, by the day that was promised before. @throws Problem `not_found`, `not_allowed`. */
  reopen(actor: Actor, threadId: string): Promise<void> {
    return this.change(actor, threadId, 'reopen', async (manager) => {
      await namedQuery(manager, 'inbox reopened', reopenedQuery, [threadId]);
      return {};
    });
  }

  private async change(
    actor: Actor,
    threadId: string,
    action: InboxAction,
    work: (manager: EntityManager, locked: Locked) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<void> {
    // A team that passes it on hears that, and nothing after.
    const before = await this.threads.listListeners(threadId);
    await this.dataSource.transaction(async (manager) => {
      await this.threads.lock(manager, threadId);
      const opened = await this.threads.require(manager, actor, threadId);
      const entry = await this.entries.require(manager, actor, threadId, opened.participants, action);
      const details = await work(manager, { ...opened, entry });
      await this.audit.record(manager, {
        ...{ actorId: actor.personId, action: `thread.${action}`, objectType: 'thread', objectId: threadId, details },
      });
    });
    await this.threads.announce(threadId, ...before);
  }
}
