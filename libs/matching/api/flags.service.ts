import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import {
  allowedFlagActions,
  matchFlagActions,
  matchFlagLimits,
  mayCorrectAmount,
  reasonsOf,
  totalOf,
  worksOn,
} from '@kernagenda/matching/domain';
import type {
  AmountInput,
  DeclineInput,
  MatchBoard,
  MatchFlagFacts,
  MatchFlagState,
  MatchFlagView,
  SnoozeInput,
} from '@kernagenda/matching/domain';
import { proposalMoved } from '@kernagenda/proposals/api';
import { Audit, Clock, Jobs, Realtime, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, isDay, stateAfter } from '@kernagenda/shared/domain';
import {
  boardQuery,
  flagQuery,
  flagReadersQuery,
  judgedQuery,
  leaveOthersQuery,
  lockFlagQuery,
  readerValues,
} from './flags.queries';
import type { FlagRow } from './flags.queries';
import type { MatchBoardQuery } from './flags.dto';
import { judge, withdraw } from './judgements';
import { MatchAmount, MatchFlag } from './matching.entities';
import { describeFlagsOf } from './suggestions';

export type BoardFilter = Omit<MatchBoardQuery, 'cursor'>;
export type BoardCursor = readonly [villages: number, suggestedAt: string, id: string];

type Lifecycle = keyof typeof matchFlagActions;
type Patch = { -readonly [Field in keyof MatchFlag]?: MatchFlag[Field] };

/** What comes with a decision: its traces on the flag, what the log tells of it, and what else it changes. */
interface Decision {
  readonly patch?: Patch;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly also?: (manager: EntityManager, flag: FlagRow) => Promise<void>;
}

const dayMs = 86_400_000;
const publicChange: readonly Lifecycle[] = ['decline', 'reopen'];

/** The match board: flags as work for brokers, and what they decide. */
@Injectable()
export class FlagsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalMoved, 'matching-benefit', async ({ proposalId }) => {
      const { manager } = this.dataSource;
      for (const id of await describeFlagsOf(manager, proposalId))
        this.announce(id, await this.listReaders(manager, id));
    });
  }

  /** Flags this person works on or oversees, most villages first, then the newest. */
  async list(actor: Actor, filter: BoardFilter, after: BoardCursor | null): Promise<MatchBoard> {
    const { state, theme, benefit, village, limit } = filter;
    const filters = [state, theme ?? null, benefit ?? null, village ?? null];
    const page = [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1];
    const values = [...readerValues(actor, this.today()), ...filters, ...page];
    const rows = await namedQuery<FlagRow>(this.dataSource, 'match board', boardQuery, values);
    const [judged = { right: 0, wrong: 0 }] = await namedQuery<MatchBoard['judged']>(
      this.dataSource,
      'match judged',
      judgedQuery,
    );
    const items = toPage(
      rows,
      limit,
      (row) => toView(row, actor),
      ({ villages, suggestedAt, id }) => [villages, suggestedAt.toISOString(), id],
    );
    return { ...items, judged };
  }

  /** @throws Problem `not_found` when it does not exist for this person. */
  async get(actor: Actor, id: string): Promise<MatchFlagView> {
    return toView(await this.find(this.dataSource, actor, id), actor);
  }

  /** Marks it right: its pairs are remembered as such. Each decision throws `not_found`, `not_allowed`, `wrong_state` or `stale_version`. */
  async confirm(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decide(actor, id, 'confirm', seenVersion, {
      patch: { isConfirmed: true },
      also: (manager, flag) => judge(manager, flag, { verdict: 'right', actor, at: this.clock.now() }),
    });
  }

  /** Puts it out of sight until a day. @throws Problem `invalid_input` for a day that is not soon to come. */
  async snooze(actor: Actor, id: string, seenVersion: number, { until }: SnoozeInput): Promise<MatchFlagView> {
    const lastDay = amsterdamDay(new Date(this.clock.now().getTime() + matchFlagLimits.snoozeDays * dayMs));
    if (!isDay(until) || until <= this.today() || until > lastDay) {
      throw invalidField('/until', `A day after today, at most ${matchFlagLimits.snoozeDays} days ahead.`);
    }
    return this.decide(actor, id, 'snooze', seenVersion, { patch: { snoozedUntil: until }, details: { until } });
  }

  /** Takes it up again before its day. */
  async wake(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decide(actor, id, 'wake', seenVersion);
  }

  /** Closes it for all: its pairs stay apart until a text materially changes. */
  async decline(actor: Actor, id: string, seenVersion: number, input: DeclineInput): Promise<MatchFlagView> {
    const { reason, note } = input;
    return this.decide(actor, id, 'decline', seenVersion, {
      patch: { isConfirmed: false, declineReason: reason, declineNote: note },
      details: { reason, note },
      also: (manager, flag) => judge(manager, flag, { verdict: 'wrong', reason, note, actor, at: this.clock.now() }),
    });
  }

  /** Takes back that it is wrong. @throws Problem `wrong_state` also when its points meanwhile stand in other flags. */
  async reopen(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decide(actor, id, 'reopen', seenVersion, {
      also: async (manager) => {
        await withdraw(manager, id, this.clock.now());
        await manager.query(leaveOthersQuery, [id]);
        if (!(await this.seek(manager, actor, id)))
          throw new Problem('wrong_state', 'Its points stand in other flags by now.');
      },
    });
  }

  /** Puts right what a text asks for, or with null leaves it to the rules again. @throws Problem `not_found` for a point that is not in it. */
  async correctAmount(
    actor: Actor,
    id: string,
    proposalId: string,
    seenVersion: number,
    amount: AmountInput | null,
  ): Promise<MatchFlagView> {
    if (amount) requireAmount(amount);
    const readers = await this.dataSource.transaction(async (manager) => {
      const flag = await this.lock(manager, actor, id);
      const facts = { actor, places: flag.places };
      if (!worksOn(facts)) throw new Problem('not_allowed');
      if (!mayCorrectAmount(flag.state, facts)) throw new Problem('wrong_state');
      const point = flag.points.find((each) => each.proposalId === proposalId);
      if (!point) throw new Problem('not_found');
      requireVersion(flag.version, seenVersion);
      if (amount) {
        const corrected = { correctedBy: actor.personId, correctedAt: this.clock.now() };
        await manager.upsert(MatchAmount, { proposalId, ...amount, ...corrected }, ['proposalId']);
      } else await manager.delete(MatchAmount, { proposalId });
      await manager.update(MatchFlag, id, { version: flag.version + 1 });
      await this.record(manager, actor, 'correct_amount', id, {
        details: { proposalId, from: point.amount, to: amount },
      });
      return this.listReaders(manager, id);
    });
    this.announce(id, readers);
    return this.get(actor, id);
  }

  private async decide(
    actor: Actor,
    id: string,
    action: Lifecycle,
    seenVersion: number,
    { patch = {}, details = {}, also }: Decision = {},
  ): Promise<MatchFlagView> {
    const { readers, flag } = await this.dataSource.transaction(async (manager) => {
      const flag = await this.lock(manager, actor, id);
      const facts = { actor, places: flag.places };
      const to = stateAfter<MatchFlagState, MatchFlagFacts>(matchFlagActions, action, flag.state, facts);
      requireVersion(flag.version, seenVersion);
      await also?.(manager, flag);
      await manager.update(MatchFlag, id, {
        state: to,
        version: flag.version + 1,
        snoozedUntil: null,
        declineReason: null,
        declineNote: '',
        decidedBy: actor.personId,
        decidedAt: this.clock.now(),
        ...patch,
      });
      const states = { fromState: flag.state, toState: to };
      const proposalIds = [...new Set(flag.points.map(({ proposalId }) => proposalId))];
      await this.record(manager, actor, action, id, { ...states, details: { ...details, proposalIds } });
      return { flag, readers: await this.listReaders(manager, id) };
    });
    this.announce(id, readers);
    // That points resemble each other is public, and a refused set is no topic.
    const [first] = flag.points;
    if (first && publicChange.includes(action)) {
      this.realtime.publish('public', { kind: 'matches', proposalId: first.proposalId });
    }
    return this.get(actor, id);
  }

  private async lock(manager: EntityManager, actor: Actor, id: string): Promise<FlagRow> {
    await manager.query(lockFlagQuery, [id]);
    return this.find(manager, actor, id);
  }

  private async find(source: DataSource | EntityManager, actor: Actor, id: string): Promise<FlagRow> {
    const row = await this.seek(source, actor, id);
    if (!row) throw new Problem('not_found');
    return row;
  }

  private async seek(source: DataSource | EntityManager, actor: Actor, id: string): Promise<FlagRow | null> {
    const values = [...readerValues(actor, this.today()), id];
    const [row] = await namedQuery<FlagRow>(source, 'match flag', flagQuery, values);
    return row ?? null;
  }

  private async listReaders(manager: EntityManager, id: string): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(flagReadersQuery, [id, this.clock.now()]);
    return rows.map((row) => row.id);
  }

  private announce(flagId: string, readers: readonly string[]): void {
    for (const id of readers) this.realtime.publish(`person:${id}`, { kind: 'flag', flagId });
  }

  private today(): string {
    return amsterdamDay(this.clock.now());
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    objectId: string,
    more: {
      readonly fromState?: MatchFlagState;
      readonly toState?: MatchFlagState;
      readonly details: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const entry = { actorId: actor.personId, action: `match_flag.${action}`, objectType: 'match_flag', objectId };
    return this.audit.record(manager, { ...entry, ...more });
  }
}

function toView({ villages: _, places, evidence, ...row }: FlagRow, actor: Actor): MatchFlagView {
  const amounts = new Map(row.points.map(({ proposalId, amount }) => [proposalId, amount]));
  return {
    ...row,
    suggestedAt: row.suggestedAt.toISOString(),
    reasons: reasonsOf(evidence),
    total: totalOf([...amounts.values()]),
    allowedActions: allowedFlagActions(row.state, { actor, places }),
  };
}

/** @throws Problem `invalid_input` for numbers without a unit, or a range that runs backwards. */
function requireAmount({ least, most, unit }: AmountInput): void {
  if ((least === null) !== (most === null)) throw invalidField('/most', 'Give both ends of the range, or none.');
  if (least !== null && most !== null && most < least) throw invalidField('/most', 'At least as many as the least.');
  if ((least === null) !== (unit === null)) throw invalidField('/unit', 'Say what is counted, with how many.');
}
