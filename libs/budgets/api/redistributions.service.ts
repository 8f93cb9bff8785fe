import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Jobs, requireVersion } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay } from '@kernagenda/shared/domain';
import { allowedRedistributionActions, leftOf, mayReadRedistributions, redistribute } from '@kernagenda/budgets/domain';
import type {
  Move,
  NoteInput,
  RedistributionAction,
  RedistributionFacts,
  RedistributionView,
} from '@kernagenda/budgets/domain';
import { BudgetMove, BudgetRedistribution, VillageBudget } from './budgets.entities';
import { redistributionsQuery, standingsQuery } from './budgets.queries';
import type { RedistributionRow, StandingRow } from './budgets.queries';
import { BudgetRules } from './rules.service';
import { VillageBudgets } from './village-budgets.service';

/** What became of a redistribution, and what the log tells of it. */
interface Outcome {
  readonly action: RedistributionAction;
  readonly state: RedistributionRow['state'];
  readonly reason?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What is left on the day of the rule may move to villages that ran out: proposed by night, moved by a person. */
@Injectable()
export class Redistributions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly rules: BudgetRules,
    private readonly budgets: VillageBudgets,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('budgets-redistribute', () => this.propose());
  }

  /** From the day of the rule on, proposes once a year what could move, as soon as something can. */
  async propose(): Promise<void> {
    const today = amsterdamDay(this.clock.now());
    const year = this.budgets.thisYear();
    await this.dataSource.transaction(async (manager) => {
      const rule = await this.rules.findRule(manager, year);
      if (!rule || today.slice(5) < rule.redistributesOn) return;
      if (await manager.existsBy(BudgetRedistribution, { year })) return;
      await this.budgets.open(manager, year, null);
      const moves = await this.findMoves(manager, year);
      if (moves.length === 0) return;
      const proposed = { year, state: 'proposed', madeAt: this.clock.now() } as const;
      const { id } = await manager.save(manager.create(BudgetRedistribution, proposed));
      await this.write(manager, id, moves);
      await this.record(manager, null, 'propose', id, { year, moves });
    });
  }

  /** Those of the last years, for who works for more than one village; empty for others. */
  async list(actor: Actor): Promise<readonly RedistributionView[]> {
    if (!mayReadRedistributions(actor)) return [];
    const rows = await this.find(this.dataSource.manager, actor, null);
    return rows.map((row) => toView(row, actor));
  }

  /**
   * Moves the money, when what could move is still what is proposed; a second time nothing more. Otherwise it is
   * proposed anew, to be looked at again.
   * @throws Problem `not_found`, `not_allowed`, `stale_version`, `balance_changed`, `wrong_state` once it is declined.
   */
  async confirm(actor: Actor, id: string, seenVersion: number): Promise<RedistributionView> {
    const view = await this.change(actor, id, 'confirm', seenVersion, async (manager, row) => {
      await this.budgets.lock(manager, row.year, null);
      const moves = await this.findMoves(manager, row.year);
      if (!isSame(row, moves)) return this.renewed(manager, row, moves);
      for (const { villageId, cents } of moves) {
        const column = cents < 0 ? 'movedOutCents' : 'movedInCents';
        await manager.increment(VillageBudget, { villageId, year: row.year }, column, Math.abs(cents));
      }
      return { action: 'confirm', state: 'confirmed', details: { year: row.year, moves } };
    });
    // After the commit: what is proposed anew stays.
    if (view.state === 'proposed') throw new Problem('balance_changed', 'Villages have or lack something else by now.');
    return view;
  }

  /** Proposes anew what could move, from what villages have now; when nothing can, it is gone, answered without moves. */
  renew(actor: Actor, id: string, seenVersion: number): Promise<RedistributionView> {
    return this.change(actor, id, 'renew', seenVersion, async (manager, row) =>
      this.renewed(manager, row, await this.findMoves(manager, row.year)),
    );
  }

  /** Nothing moves this year, with the reason why. */
  decline(actor: Actor, id: string, seenVersion: number, { note }: NoteInput): Promise<RedistributionView> {
    return this.change(actor, id, 'decline', seenVersion, () =>
      Promise.resolve({ action: 'decline', state: 'declined', reason: note, details: {} }),
    );
  }

  private async change(
    actor: Actor,
    id: string,
    action: RedistributionAction,
    seenVersion: number,
    work: (manager: EntityManager, row: RedistributionRow) => Promise<Outcome>,
  ): Promise<RedistributionView> {
    return this.dataSource.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const held = await manager.findOne(BudgetRedistribution, { where: { id }, lock });
      const [row] = held && mayReadRedistributions(actor) ? await this.find(manager, actor, id) : [];
      if (!row) throw new Problem('not_found');
      if (action === 'confirm' && row.state === 'confirmed') return toView(row, actor);
      const allowed = allowedRedistributionActions(row.state, factsOf(row, actor));
      if (row.state !== 'proposed') throw new Problem('wrong_state', `It was ${row.state} already.`);
      if (!allowed.includes(action)) throw new Problem('not_allowed');
      requireVersion(row.version, seenVersion);
      const { action: done, state, reason = '', details } = await work(manager, row);
      const decided = state === 'proposed' ? {} : { decidedAt: this.clock.now(), decidedBy: actor.personId };
      await manager.update(BudgetRedistribution, id, { ...decided, state, reason, version: row.version + 1 });
      await this.record(manager, actor, done, id, details);
      const [after] = await this.find(manager, actor, id);
      return toView(after ?? { ...row, moves: [] }, actor);
    });
  }

  /** Without moves it is deleted: it would keep the year from being proposed for again. */
  private async renewed(
    manager: EntityManager,
    { id, year }: RedistributionRow,
    moves: readonly Move[],
  ): Promise<Outcome> {
    await manager.delete(BudgetMove, { redistributionId: id });
    if (moves.length === 0) await manager.delete(BudgetRedistribution, id);
    await this.write(manager, id, moves);
    return { action: 'renew', state: 'proposed', details: { year, moves } };
  }

  private find(manager: EntityManager, actor: Actor, id: string | null): Promise<RedistributionRow[]> {
    return manager.query<RedistributionRow[]>(redistributionsQuery, [actor.personId, this.clock.now(), id]);
  }

  private async findMoves(manager: EntityManager, year: number): Promise<Move[]> {
    const rows: StandingRow[] = await manager.query(standingsQuery, [year]);
    return redistribute(rows.map((row) => ({ ...row, leftCents: leftOf(row) })));
  }

  private async write(manager: EntityManager, redistributionId: string, moves: readonly Move[]): Promise<void> {
    for (const move of moves) await manager.insert(BudgetMove, { redistributionId, ...move });
  }

  private record(
    manager: EntityManager,
    actor: Actor | null,
    verb: string,
    objectId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const actorId = actor?.personId ?? null;
    const action = `budget_redistribution.${verb}`;
    return this.audit.record(manager, { actorId, action, objectType: 'budget_redistribution', objectId, details });
  }
}

const isSame = (row: RedistributionRow, moves: readonly Move[]): boolean =>
  row.moves.length === moves.length &&
  moves.every((move) => row.moves.some(({ village, cents }) => village.id === move.villageId && cents === move.cents));

const factsOf = ({ moves, mandateCents }: RedistributionRow, actor: Actor): RedistributionFacts => ({
  actor,
  mandateCents,
  places: moves.map(({ village, areaId, municipalityId }) => ({ villageId: village.id, areaId, municipalityId })),
  cents: moves.reduce((sum, { cents }) => sum + Math.max(0, cents), 0),
});

const toView = (row: RedistributionRow, actor: Actor): RedistributionView => ({
  ...{ id: row.id, year: row.year, state: row.state, version: row.version, reason: row.reason },
  madeAt: row.madeAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  moves: row.moves.map(({ village, cents }) => ({ village, cents })),
  allowedActions: allowedRedistributionActions(row.state, factsOf(row, actor)),
});
