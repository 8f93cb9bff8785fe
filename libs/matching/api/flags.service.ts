import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { matchFlagLimits, mayCorrectAmount, worksOn } from '@kernagenda/matching/domain';
import type { AmountInput, DeclineInput, MatchBoard, MatchFlagView, SnoozeInput } from '@kernagenda/matching/domain';
import { proposalMoved } from '@kernagenda/proposals/api';
import { Clock, Jobs, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, isDay, startOfAmsterdamDay } from '@kernagenda/shared/domain';
import { FlagDecisions, undoneBy } from './flags.decisions';
import type { MatchBoardQuery } from './flags.dto';
import { boardQuery, judgedQuery, leaveOthersQuery } from './flags.queries';
import type { FlagRow } from './flags.queries';
import { toFlagView } from './flags.views';
import { judge, withdraw } from './judgements';
import { MatchAmount, MatchFlag, MatchFlagMember } from './matching.entities';
import { flagChanged, flagDeclined } from './matching.events';
import { describeFlagsOf } from './suggestions';

export type BoardFilter = Omit<MatchBoardQuery, 'cursor'>;
export type BoardCursor = readonly [villages: number, suggestedAt: string, id: string];

const dayMs = 86_400_000;

/** The match board: flags as work for brokers, and what they decide. */
@Injectable()
export class FlagsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly decisions: FlagDecisions,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalMoved, 'matching-benefit', async ({ proposalId }) => {
      for (const id of await describeFlagsOf(this.dataSource.manager, proposalId)) await this.tell(id);
    });
    this.jobs.subscribe(flagChanged, 'matching-flag-changed', ({ flagId }) => this.changed(flagId));
  }

  /** Flags this person works on or oversees, most villages first, then the newest. */
  async list(actor: Actor, filter: BoardFilter, after: BoardCursor | null): Promise<MatchBoard> {
    const { state, theme, benefit, village, limit } = filter;
    const filters = [state, theme ?? null, benefit ?? null, village ?? null];
    const page = [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit + 1];
    const values = [...this.decisions.readerValues(actor), ...filters, ...page];
    const rows = await namedQuery<FlagRow>(this.dataSource, 'match board', boardQuery, values);
    const [judged = { right: 0, wrong: 0 }] = await namedQuery<MatchBoard['judged']>(
      this.dataSource,
      'match judged',
      judgedQuery,
    );
    const items = toPage(
      rows,
      limit,
      (row) => toFlagView(row, actor, this.clock.now()),
      ({ villages, suggestedAt, id }) => [villages, suggestedAt.toISOString(), id],
    );
    return { ...items, judged };
  }

  /** @throws Problem `not_found` when it does not exist for this person. */
  get(actor: Actor, id: string): Promise<MatchFlagView> {
    return this.decisions.get(actor, id);
  }

  /** Marks it right: its pairs are remembered as such. Each decision throws `not_found`, `not_allowed`, `wrong_state` or `stale_version`. */
  async confirm(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'confirm', seenVersion, {
      patch: { isConfirmed: true },
      also: (manager, flag) =>
        judge(manager, flag, { verdict: 'right', personId: actor.personId, at: this.clock.now() }),
    });
  }

  /** Puts it out of sight until a day. @throws Problem `invalid_input` for a day that is not soon to come. */
  async snooze(actor: Actor, id: string, seenVersion: number, { until }: SnoozeInput): Promise<MatchFlagView> {
    const lastDay = amsterdamDay(new Date(this.clock.now().getTime() + matchFlagLimits.snoozeDays * dayMs));
    if (!isDay(until) || until <= amsterdamDay(this.clock.now()) || until > lastDay) {
      throw invalidField('/until', `A day after today, at most ${matchFlagLimits.snoozeDays} days ahead.`);
    }
    return this.decisions.decide(actor, id, 'snooze', seenVersion, {
      patch: { snoozedUntil: until },
      details: { until },
      also: async (manager, flag) => {
        const seconds = (startOfAmsterdamDay(until).getTime() - this.clock.now().getTime()) / 1000;
        if (flag.introduced) await this.decisions.ask(manager, id, Math.ceil(seconds));
      },
    });
  }

  /** Takes it up again before its day. */
  async wake(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'wake', seenVersion);
  }

  /** Closes it for all: its pairs stay apart until a text materially changes. */
  async decline(actor: Actor, id: string, seenVersion: number, input: DeclineInput): Promise<MatchFlagView> {
    const { reason, note } = input;
    return this.decisions.decide(actor, id, 'decline', seenVersion, {
      patch: { isConfirmed: false, declineReason: reason, declineNote: note },
      details: { reason, note },
      also: async (manager, flag) => {
        const { personId } = actor;
        await judge(manager, flag, { verdict: 'wrong', reason, note, personId, at: this.clock.now() });
        const afterSeconds = undoneBy;
        if (flag.introduced) await this.jobs.publish(manager, flagDeclined, { flagId: id }, { afterSeconds });
      },
    });
  }

  /** Takes back that it is wrong. @throws Problem `wrong_state` also when its points meanwhile stand in other flags. */
  async reopen(actor: Actor, id: string, seenVersion: number): Promise<MatchFlagView> {
    return this.decisions.decide(actor, id, 'reopen', seenVersion, {
      also: async (manager) => {
        await withdraw(manager, id, this.clock.now());
        await manager.query(leaveOthersQuery, [id]);
        if (!(await this.decisions.seek(manager, actor, id)))
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
      const flag = await this.decisions.lock(manager, actor, id);
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
      await this.decisions.record(manager, actor.personId, 'correct_amount', id, {
        details: { proposalId, from: point.amount, to: amount },
      });
      return this.decisions.listReaders(manager, id);
    });
    this.decisions.announce(id, readers);
    return this.get(actor, id);
  }

  private async changed(id: string): Promise<void> {
    const { manager } = this.dataSource;
    await this.tell(id);
    if (await manager.existsBy(MatchFlag, { id, state: 'declined' }))
      this.decisions.announcePublicly({ points: await manager.findBy(MatchFlagMember, { flagId: id }) });
  }

  private async tell(id: string): Promise<void> {
    this.decisions.announce(id, await this.decisions.listReaders(this.dataSource.manager, id));
  }
}

/** @throws Problem `invalid_input` for numbers without a unit, or a range that runs backwards. */
function requireAmount({ least, most, unit }: AmountInput): void {
  if ((least === null) !== (most === null)) throw invalidField('/most', 'Give both ends of the range, or none.');
  if (least !== null && most !== null && most < least) throw invalidField('/most', 'At least as many as the least.');
  if ((least === null) !== (unit === null)) throw invalidField('/unit', 'Say what is counted, with how many.');
}
