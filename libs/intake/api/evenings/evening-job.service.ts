import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Actors } from '@kernagenda/identity/api';
import { enteringLimits } from '@kernagenda/intake/domain';
import { bundlesOf, nextMorning, proposalTextOf } from '@kernagenda/intake/domain/evenings';
import type { Bundle } from '@kernagenda/intake/domain/evenings';
import { ProposalsLive } from '@kernagenda/proposals/api';
import type { Transition } from '@kernagenda/proposals/api';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { EnteredWishesService } from '../entered-wishes.service';
import { Evening, EveningWish } from './evenings.entities';
import { eveningOutcome, eveningStep } from './evenings.events';
import { forgetQuery } from './evenings.queries';
import { EveningsService } from './evenings.service';

const dayMs = 86_400_000;

interface Step {
  readonly eveningId: string;
  readonly actorId: string;
}
type WrittenBundle = Bundle<Omit<EveningWish, 'enteredAt'> & { readonly enteredAt: string }>;

/**
 * Sends the notes of an evening in, a transaction for each: with the proposal goes, in that transaction, the mark on its
 * notes and the next step as a job. After a crash it goes on where it was; a step that runs twice finds the mark.
 */
@Injectable()
export class EveningJob implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly wishes: EnteredWishesService,
    private readonly evenings: EveningsService,
    private readonly live: ProposalsLive,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(eveningStep, 'intake-evening', (step) => this.step(step));
    this.jobs.daily('intake-forget-evenings', () => this.forget());
  }

  /** Forgets the addresses of evenings that were never sent in. */
  async forget(): Promise<void> {
    await this.dataSource.query(forgetQuery, [
      new Date(this.clock.now().getTime() - enteringLimits.addressDays * dayMs),
    ]);
  }

  private async step(step: Step): Promise<void> {
    const change = await this.dataSource.transaction(async (manager) => {
      const where = { id: step.eveningId };
      const evening = await manager.findOne(Evening, { where, lock: { mode: 'pessimistic_write' } });
      if (evening?.state !== 'closing') return null;
      const notes = await manager.findBy(EveningWish, { eveningId: evening.id, isRemoved: false, isLeftOut: false });
      const written = notes.map((note) => ({ ...note, enteredAt: note.enteredAt.toISOString() }));
      const next = bundlesOf(written).find(({ main }) => main.proposalId === null);
      if (next) return this.sendIn(manager, step, evening, next);
      await this.finish(manager, step, notes);
      return null;
    });
    if (change) this.live.announce(change);
    this.evenings.announce(step.eveningId);
  }

  private async sendIn(
    manager: EntityManager,
    step: Step,
    { villageId }: Evening,
    bundle: WrittenBundle,
  ): Promise<Transition['change']> {
    const actor = await this.actors.findPerson(step.actorId);
    if (!actor) throw new Problem('not_found');
    const all = [bundle.main, ...bundle.others];
    const { theme, place } = bundle.main;
    const { proposalId, change } = await this.wishes.enterIn(
      manager,
      actor,
      {
        ...proposalTextOf(bundle),
        ...{ villageId, theme, place, kind: null, enteredFrom: 'evening', hasConsent: true },
        email: all.find(({ email }) => email !== null)?.email ?? null,
      },
      all.flatMap(({ enteredBy }) => enteredBy),
    );
    await manager.update(EveningWish, { id: In(all.map(({ id }) => id)) }, { proposalId });
    await this.jobs.publish(manager, eveningStep, step);
    return change;
  }

  private async finish(manager: EntityManager, { eveningId, actorId }: Step, notes: readonly EveningWish[]) {
    const now = this.clock.now();
    await manager.update(Evening, eveningId, { state: 'closed' });
    // Who stays behind hears nothing, so nothing is kept to tell them.
    await manager.update(EveningWish, { eveningId, proposalId: IsNull(), email: Not(IsNull()) }, { email: null });
    const afterSeconds = Math.ceil((nextMorning(now).getTime() - now.getTime()) / 1000);
    const firstOf = new Map([...notes].reverse().flatMap(({ id, email }) => (email === null ? [] : [[email, id]])));
    for (const noteId of firstOf.values()) {
      await this.jobs.publish(manager, eveningOutcome, { noteId }, { afterSeconds });
    }
    const entry = { action: 'evening.closed', objectType: 'evening', objectId: eveningId };
    await this.audit.record(manager, { ...entry, actorId, toState: 'closed' });
  }
}
