import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Idempotency, namedQuery, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay, startOfAmsterdamDay } from '@kernagenda/shared/domain';
import { collaborationLimits, mayWork, takesPart } from '@kernagenda/collaborations/domain';
import type { AgreementInput, CollaborationView, DocumentInput, TaskInput } from '@kernagenda/collaborations/domain';
import { Collaborations, by } from './collaborations';
import type { LockedCollaboration } from './collaborations';
import { CollaborationDocument, CollaborationHistory, CollaborationTask } from './collaborations.entities';
import { peopleQuery } from './collaborations.queries';
import { CollaborationsService } from './collaborations.service';

/** What the parties do, agree on and keep: one planning for all of them. */
@Injectable()
export class WorkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly collaborations: Collaborations,
    private readonly service: CollaborationsService,
  ) {}

  async addTask(actor: Actor, id: string, input: TaskInput, call: IdempotentCall | null): Promise<CollaborationView> {
    return this.add(actor, id, call, async (manager, locked) => {
      requireRoom(await manager.countBy(CollaborationTask, { collaborationId: id }), collaborationLimits.tasks);
      await this.requireTask(manager, locked, input, null);
      const task = { ...toTask(input), doneAt: input.isDone ? this.clock.now() : null };
      const created = manager.create(CollaborationTask, { ...task, collaborationId: id, createdAt: this.clock.now() });
      const { id: taskId } = await manager.save(created);
      await this.collaborations.record(manager, actor, 'add_task', id, { taskId, ...input });
      return { id: taskId };
    });
  }

  /** @throws Problem `stale_version`, `invalid_input`. */
  async changeTask(
    actor: Actor,
    id: string,
    taskId: string,
    seenVersion: number,
    input: TaskInput,
  ): Promise<CollaborationView> {
    return this.change(actor, id, async (manager, locked) => {
      const task = await manager.findOneBy(CollaborationTask, { id: taskId, collaborationId: id });
      if (!task) throw new Problem('not_found');
      requireVersion(task.version, seenVersion);
      await this.requireTask(manager, locked, input, task);
      const doneAt = input.isDone ? (task.doneAt ?? this.clock.now()) : null;
      await manager.update(CollaborationTask, taskId, { ...toTask(input), doneAt, version: task.version + 1 });
      await this.collaborations.record(manager, actor, 'change_task', id, { taskId, ...input });
    });
  }

  async removeTask(actor: Actor, id: string, taskId: string): Promise<CollaborationView> {
    return this.change(actor, id, async (manager) => {
      const { affected } = await manager.delete(CollaborationTask, { id: taskId, collaborationId: id });
      if (affected) await this.collaborations.record(manager, actor, 'remove_task', id, { taskId });
    });
  }

  /** Writes what was agreed; everyone reads it. @throws Problem `invalid_input` for a day to come. */
  async addAgreement(
    actor: Actor,
    id: string,
    { title, body, decidedOn }: AgreementInput,
    call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    const today = amsterdamDay(this.clock.now());
    if (!isDay(decidedOn) || decidedOn > today) throw invalidField('/decidedOn', 'A day, today or earlier.');
    return this.add(actor, id, call, async (manager) => {
      const agreed = await manager.countBy(CollaborationHistory, { collaborationId: id, kind: 'agreed' });
      requireRoom(agreed, collaborationLimits.agreements);
      const at = decidedOn === today ? this.clock.now() : startOfAmsterdamDay(decidedOn);
      await this.collaborations.tell(manager, id, { kind: 'agreed', at, title, text: body, ...by(actor) });
      await this.collaborations.record(manager, actor, 'add_agreement', id, { title, body, decidedOn });
      return {};
    });
  }

  async addDocument(
    actor: Actor,
    id: string,
    { title, url }: DocumentInput,
    call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    return this.add(actor, id, call, async (manager) => {
      requireRoom(await manager.countBy(CollaborationDocument, { collaborationId: id }), collaborationLimits.documents);
      const added = { collaborationId: id, title, url, addedBy: actor.personId, addedAt: this.clock.now() };
      const { id: documentId } = await manager.save(manager.create(CollaborationDocument, added));
      await this.collaborations.record(manager, actor, 'add_document', id, { documentId, title, url });
      return { id: documentId };
    });
  }

  async removeDocument(actor: Actor, id: string, documentId: string): Promise<CollaborationView> {
    return this.change(actor, id, async (manager) => {
      const { affected } = await manager.delete(CollaborationDocument, { id: documentId, collaborationId: id });
      if (affected) await this.collaborations.record(manager, actor, 'remove_document', id, { documentId });
    });
  }

  private add<Made extends object>(
    actor: Actor,
    id: string,
    call: IdempotentCall | null,
    work: (manager: EntityManager, locked: LockedCollaboration) => Promise<Made>,
  ): Promise<CollaborationView> {
    return this.change(actor, id, async (manager, locked) => {
      await this.idempotency.once(manager, call, () => work(manager, locked));
    });
  }

  /** Who takes no part hears that tasks do not exist for them; who only reads, that they may not. */
  private async change(
    actor: Actor,
    id: string,
    work: (manager: EntityManager, locked: LockedCollaboration) => Promise<void>,
  ): Promise<CollaborationView> {
    await this.dataSource.transaction(async (manager) => {
      const locked = await this.collaborations.lock(manager, id, actor);
      if (!takesPart(locked.facts)) throw new Problem('not_allowed');
      if (!mayWork(locked.row.phase, locked.facts)) {
        throw new Problem(locked.row.phase === 'closed' ? 'wrong_state' : 'not_allowed');
      }
      await work(manager, locked);
    });
    this.collaborations.announce(id);
    return this.service.get(actor, id);
  }

  private async requireTask(
    manager: EntityManager,
    { row, parties }: LockedCollaboration,
    { personId, partyId, dueOn }: TaskInput,
    before: CollaborationTask | null,
  ): Promise<void> {
    if (dueOn !== null && !isDay(dueOn)) throw invalidField('/dueOn', 'A day.');
    if (partyId !== null && partyId !== before?.partyId) {
      const isPresent = parties.some(({ id, hasLeft }) => id === partyId && !hasLeft);
      if (!isPresent) throw invalidField('/partyId', 'A party that takes part.');
    }
    if (personId === null || personId === before?.personId) return;
    const values = [row.id, this.clock.now()];
    const people = await namedQuery<{ readonly id: string }>(manager, 'collaboration people', peopleQuery, values);
    if (!people.some(({ id }) => id === personId)) throw invalidField('/personId', 'Somebody who works on it.');
  }
}

function requireRoom(count: number, most: number): void {
  if (count >= most) throw new Problem('wrong_state', 'There are too many.');
}

const toTask = ({ title, personId, partyId, dueOn }: TaskInput): Omit<TaskInput, 'isDone'> => ({
  ...{ title, personId, partyId, dueOn },
});
