import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, In, LessThan, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import {
  Audit,
  Clock,
  Idempotency,
  Jobs,
  RateLimits,
  namedQuery,
  requireVersion,
  toPage,
} from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { closedAgendaStates } from '@kernagenda/proposals/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import {
  applicationLimits,
  applyingSidesOf,
  completeBy,
  moveTo,
  openApplicationStates,
  pausedFor,
} from '@kernagenda/budgets/domain';
import type {
  AdviceInput,
  ApplicationAction,
  ApplicationInput,
  ApplicationSummary,
  ApplicationView,
  NoteInput,
} from '@kernagenda/budgets/domain';
import { ApplicationReader } from './applications.reader';
import type { LoadedApplication } from './applications.reader';
import { BudgetApplication, BudgetLetter, VillageBudget } from './budgets.entities';
import { budgetLetterWritten } from './budgets.events';
import { applicationsQuery, handlerValues, lockApplicationQuery, nextNumberQuery, pointQuery } from './budgets.queries';
import type { ApplicationList, SummaryRow } from './budgets.queries';
import { VillageBudgets } from './village-budgets.service';

export type Patch = { -readonly [Field in keyof BudgetApplication]?: BudgetApplication[Field] };

/** What goes with a move: its traces, what the log tells (ids and amounts, never what people wrote), and the letter. */
export interface Change {
  readonly patch?: Patch;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly letter?: BudgetLetter['kind'];
}

/** Applications for the budget of a village, from the receipt to just before the decision. */
@Injectable()
export class ApplicationsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly budgets: VillageBudgets,
    private readonly reader: ApplicationReader,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('budgets-forget-contacts', () => this.forgetContacts());
  }

  /** Forgets how to reach who applied where the days for that are over. */
  async forgetContacts(): Promise<void> {
    const decidedAt = LessThan(new Date(this.clock.now().getTime() - applicationLimits.contactDays * 86_400_000));
    await this.dataSource.manager.update(BudgetApplication, { decidedAt, contact: Not('') }, { contact: '' });
  }

  /** @throws Problem `not_found`. */
  async get(actor: Actor, id: string): Promise<ApplicationView> {
    return this.reader.view(await this.reader.load(this.dataSource, id, actor));
  }

  /** A list of those this person may read. */
  async list(
    actor: Actor,
    list: ApplicationList,
    limit: number,
    after: readonly [number, number] | null,
  ): Promise<Page<ApplicationSummary>> {
    const values = [...handlerValues(actor, this.clock.now()), ...[after?.[0] ?? null, after?.[1] ?? null, limit + 1]];
    const name = `budget applications ${list}`;
    const rows = await namedQuery<SummaryRow>(this.dataSource, name, applicationsQuery(list), values);
    return toPage(
      rows,
      limit,
      (row) => this.reader.summary(row),
      ({ year, number }) => [year, number],
    );
  }

  /**
   * Takes an application in: it has a reference at once, and its receipt is mailed with a copy (Awb art. 4:3a, since 2026
   * in chapter 2.3: Stb. 2023, 183).
   * @throws Problem `not_found` for a point nobody reads or another village's, `not_allowed`, `invalid_input`, `wrong_state`
   * where no rule holds or the point is closed, `too_many_open`, `too_many_requests`.
   */
  async apply(actor: Actor, input: ApplicationInput, call: IdempotentCall | null): Promise<ApplicationView> {
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, () => {
        this.limits.take('applications', actor.personId, { count: applicationLimits.perHour, seconds: 3600 });
        return this.receive(manager, actor, input);
      }),
    );
    return this.get(actor, id);
  }

  /** Asks for what is missing; the term stands still until it is there, or the days for it are over. */
  ask(actor: Actor, id: string, seenVersion: number, { note }: NoteInput): Promise<ApplicationView> {
    const askedOn = amsterdamDay(this.clock.now());
    return this.move(actor, id, 'ask', seenVersion, (_, { row }) => ({
      patch: {
        ...{ askedOn, askedNote: note, answer: '' },
        ...(row.askedOn && { answeredBefore: [...row.answeredBefore, { note: row.askedNote, answer: row.answer }] }),
      },
      details: { completeBy: completeBy(askedOn) },
      letter: 'asked',
    }));
  }

  /** Answers what was asked; the term goes on. */
  complete(actor: Actor, id: string, seenVersion: number, { note }: NoteInput): Promise<ApplicationView> {
    return this.move(actor, id, 'complete', seenVersion, (_, { row }) => ({
      patch: { answer: note, pausedDays: row.pausedDays + pausedFor(row.askedOn, amsterdamDay(this.clock.now())) },
    }));
  }

  /** What the broker of the village advises; said again, it replaces what was said. */
  advise(actor: Actor, id: string, seenVersion: number, { isPositive, note }: AdviceInput): Promise<ApplicationView> {
    return this.move(actor, id, 'advise', seenVersion, (_, { row }) => ({
      patch: {
        adviserIds: [...new Set([...row.adviserIds, actor.personId])],
        ...{ adviceIsPositive: isPositive, adviceNote: note },
        advisedAt: this.clock.now(),
      },
      details: { isPositive },
    }));
  }

  /** Takes it back; how to reach who applied is forgotten at once. */
  withdraw(actor: Actor, id: string, seenVersion: number): Promise<ApplicationView> {
    return this.move(actor, id, 'withdraw', seenVersion, () => ({ patch: { contact: '' } }));
  }

  /**
   * Moves an application along its table and answers it as it is then. `prepare` runs within, after the rule and before the
   * change. @throws Problem `not_found`, `not_allowed`, `wrong_state`, `stale_version`.
   */
  async move(
    actor: Actor,
    id: string,
    action: ApplicationAction,
    seenVersion: number,
    prepare: (manager: EntityManager, loaded: LoadedApplication) => Promise<Change> | Change,
    grantedCents: number | null = null,
  ): Promise<ApplicationView> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(lockApplicationQuery, [id]);
      const loaded = await this.reader.load(manager, id, actor);
      const { row, facts } = loaded;
      const to = moveTo(action, row.state, { ...facts, grantedCents });
      requireVersion(row.version, seenVersion);
      const { patch = {}, details = {}, letter } = await prepare(manager, loaded);
      await manager.update(BudgetApplication, id, { ...patch, state: to, version: row.version + 1 });
      await this.record(manager, actor, action, id, { ...details }, { fromState: row.state, toState: to });
      if (letter) await this.write(manager, id, letter);
    });
    return this.get(actor, id);
  }

  private async receive(
    manager: EntityManager,
    actor: Actor,
    input: ApplicationInput,
  ): Promise<{ readonly id: string }> {
    const { title, plan, amountCents, isExisting, startsOn, contact, side } = input;
    const [villageId, proposalId] = [input.villageId.toLowerCase(), input.proposalId.toLowerCase()];
    const place = await this.requirePoint(manager, proposalId, villageId);
    if (!applyingSidesOf(actor, place).includes(side)) throw new Problem('not_allowed');
    const receivedAt = this.clock.now();
    if (!isDay(startsOn)) throw invalidField('/startsOn', 'a day');
    const year = this.budgets.thisYear();
    const rule = await this.budgets.open(manager, year, villageId);
    const budget = await manager.findOneByOrFail(VillageBudget, { villageId, year });
    if (amountCents > budget.initiativeCents) {
      throw invalidField('/amountCents', `at most ${budget.initiativeCents} cents for one initiative`);
    }
    if (input.met.some((text) => !rule.criteria.includes(text))) throw invalidField('/met', 'criteria of the rule');
    const criteria = rule.criteria.map((text) => ({ text, isMet: input.met.includes(text) }));
    const [{ last: number } = { last: 0 }]: { last: number }[] = await manager.query(nextNumberQuery, [year]);
    // After the number, which is held: of all that come in at once each sees those before it.
    const known = { applicantId: actor.personId, villageId, year, state: In([...openApplicationStates]) };
    if ((await manager.countBy(BudgetApplication, known)) >= applicationLimits.openPerPerson) {
      throw new Problem('too_many_open', `At most ${applicationLimits.openPerPerson} of one person wait at once.`);
    }
    const { id } = await manager.save(
      manager.create(BudgetApplication, {
        ...{ year, number, villageId, proposalId, applicantId: actor.personId, side, title, plan, amountCents },
        ...{ isExisting, startsOn, criteria, contact, state: 'submitted', receivedAt },
      }),
    );
    await this.record(manager, actor, 'apply', id, { villageId, proposalId, year, number, amountCents, side });
    await this.write(manager, id, 'received');
    return { id };
  }

  private async requirePoint(manager: EntityManager, proposalId: string, villageId: string): Promise<Place> {
    const [point]: (Place & { readonly agendaState: AgendaState })[] = await manager.query(pointQuery, [
      ...[proposalId, villageId],
    ]);
    if (!point) throw new Problem('not_found');
    if (closedAgendaStates.some((state) => state === point.agendaState)) {
      throw new Problem('wrong_state', 'The point is closed.');
    }
    return { ...point, villageId };
  }

  private async write(manager: EntityManager, applicationId: string, kind: BudgetLetter['kind']): Promise<void> {
    const letter = manager.create(BudgetLetter, { applicationId, kind, writtenAt: this.clock.now(), sentAt: null });
    const { id } = await manager.save(letter);
    await this.jobs.publish(manager, budgetLetterWritten, { letterId: id });
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>>,
    states: { readonly fromState?: string; readonly toState?: string } = {},
  ): Promise<void> {
    const entry = { actorId: actor.personId, action: `budget.${action}`, objectType: 'budget_application', objectId };
    return this.audit.record(manager, { ...entry, details, ...states });
  }
}
