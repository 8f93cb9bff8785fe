import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { actsAsResident } from '@kernagenda/identity/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { isAuthor, mayDelete, proposalLimits } from '@kernagenda/proposals/domain';
import type { EnteredWay, ProposalInput, ProposalUpdate } from '@kernagenda/proposals/domain';
import { PhotosService } from './photos.service';
import { Proposal } from './proposals.entities';
import { ProposalsLifecycle, decidedTextOf, requireEditable } from './proposals.lifecycle';
import type { Transition } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';

/** The author at work: writing, changing, sending in and taking back. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
    private readonly photos: PhotosService,
  ) {}

  /** @throws Problem `not_allowed` for who is no resident, `home_village_required` for another village. */
  async create(actor: Actor, input: ProposalInput, call: IdempotentCall | null): Promise<string> {
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => ({ id: await this.createIn(manager, actor, input) })),
    );
    return id;
  }

  /** The same as part of a larger transaction; `byId` is whose hand it was, when not that of the author, with no word added. */
  async createIn(
    manager: EntityManager,
    author: Actor,
    input: ProposalInput,
    byId: string = author.personId,
  ): Promise<string> {
    if (!actsAsResident(author)) throw new Problem('not_allowed');
    if (author.homeVillageId !== input.villageId) throw new Problem('home_village_required');
    return this.write(manager, author, input, { byId });
  }

  /**
   * Writes down what somebody else wishes and sends it in: who does counts as its author until that person takes it over.
   * Who may is asked before; `others` wrote on it too. Tell it with `ProposalsLive` after the commit. @throws Problem `invalid_input` without a title.
   */
  async enterIn(
    manager: EntityManager,
    actor: Actor,
    input: ProposalInput,
    enteredFrom: EnteredWay,
    others: readonly string[] = [],
  ): Promise<Transition> {
    requireTitle(input.title);
    const enteredBy = [actor.personId, ...others];
    const id = await this.write(manager, actor, input, { byId: actor.personId, enteredFrom, enteredBy });
    return this.lifecycle.moderate(manager, await this.lifecycle.lock(manager, id, actor), 'submit');
  }

  /** Changes the text. @throws Problem `not_allowed`, `wrong_state` or `stale_version`. */
  async edit(actor: Actor, id: string, update: ProposalUpdate, seenVersion: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { row, facts } = await this.lifecycle.lock(manager, id, actor);
      requireEditable(facts);
      requireVersion(row.version, seenVersion);
      await manager.update(Proposal, id, {
        ...update,
        version: row.version + 1,
        decidedText: decidedTextOf(row),
      });
      await this.audit.record(manager, this.entry(actor, 'edit', id));
    });
  }

  /** Deletes an own draft for good; the log keeps only that there was one. */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { row, facts } = await this.lifecycle.lock(manager, id, actor);
      if (!isAuthor(facts)) throw new Problem('not_allowed');
      if (!mayDelete(facts)) throw new Problem('wrong_state');
      await manager.delete(Proposal, id);
      await this.audit.record(manager, { ...this.entry(actor, 'delete', id), fromState: row.moderationState });
    });
  }

  /** Sends it to the broker. @throws Problem `invalid_input` while it lacks what a reader needs. */
  async submit(actor: Actor, id: string): Promise<void> {
    const { change } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      const transition = await this.lifecycle.moderate(manager, locked, 'submit');
      requireTitle(locked.row.title);
      await this.photos.send(manager, id);
      return transition;
    });
    this.live.announce(change);
  }

  /** Takes it back from the desk. */
  async recall(actor: Actor, id: string): Promise<void> {
    const { change } = await this.dataSource.transaction(async (manager) =>
      this.lifecycle.moderate(manager, await this.lifecycle.lock(manager, id, actor), 'recall'),
    );
    this.live.announce(change);
  }

  private async write(
    manager: EntityManager,
    author: Actor,
    { villageId, title, body, place, theme, kind }: ProposalInput,
    { byId, enteredFrom = null, enteredBy = [] }: Hand,
  ): Promise<string> {
    const proposal = manager.create(Proposal, {
      ...{ villageId, title, body, place, theme, kind, enteredFrom, enteredBy },
      authorId: author.personId,
      moderationState: 'draft',
      agendaState: 'wish',
      createdAt: this.clock.now(),
    });
    const { id } = await manager.save(proposal);
    const details = enteredFrom && { details: { enteredFrom } };
    const entry = { ...this.entry(author, 'create', id), actorId: byId };
    await this.audit.record(manager, { ...entry, toState: 'draft', ...details });
    return id;
  }

  private entry(actor: Actor, action: string, objectId: string): Parameters<Audit['record']>[1] {
    return { actorId: actor.personId, action, objectType: 'proposal', objectId };
  }
}

/** Whose hand wrote it down, and where it was heard when that was not its author. */
interface Hand {
  readonly byId: string;
  readonly enteredFrom?: EnteredWay | null;
  readonly enteredBy?: readonly string[];
}

/** @throws Problem `invalid_input` when a reader could not tell what it is about. */
export function requireTitle(title: string): void {
  const { min } = proposalLimits.title;
  if (title.trim().length >= min) return;
  throw new Problem('invalid_input', undefined, [{ pointer: '/title', detail: `at least ${min} characters` }]);
}
