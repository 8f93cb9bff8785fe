import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import {
  adjustmentFaults,
  mayHoldRound,
  roundActions,
  roundFaults,
  roundStateAt,
} from '@kernagenda/intake/domain/rounds';
import type {
  RoundAction,
  RoundAdjustment,
  RoundFacts,
  RoundInput,
  RoundPeriod,
  RoundState,
} from '@kernagenda/intake/domain/rounds';
import { Audit, Clock, Idempotency, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, stateAfter } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import { RoundLists } from './round-lists.service';
import { IntakeRound, IntakeRoundVillage } from './rounds.entities';

/** What secretary and broker do with a round. That rounds of a village do not overlap, the database says. */
@Injectable()
export class Rounds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly lists: RoundLists,
  ) {}

  /**
   * Makes a round; it begins by itself on its first day.
   * @returns its id
   * @throws Problem `not_allowed` unless this person serves all its villages, `invalid_input`, `already_exists` while
   * another one runs in a village of it on one of its days.
   */
  async create(actor: Actor, input: RoundInput, call: IdempotentCall | null): Promise<string> {
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        await this.requirePlaces(manager, actor, input.villageIds);
        refuse(roundFaults(input, this.clock.now()));
        const made = { createdAt: this.clock.now(), stoppedAt: null };
        const round = await manager.save(manager.create(IntakeRound, { ...wordsOf(input), ...made }));
        await this.placeIn(manager, round.id, input);
        await this.record(manager, actor, 'create', round.id);
        return { id: round.id };
      }),
    );
    return id;
  }

  /** Says anew all of a round that did not begin. @throws as `create`, `not_found`, `wrong_state`, `stale_version` */
  async edit(actor: Actor, id: string, input: RoundInput, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'edit', seenVersion, async (manager) => {
      await this.requirePlaces(manager, actor, input.villageIds);
      refuse(roundFaults(input, this.clock.now()));
      await manager.delete(IntakeRoundVillage, { roundId: id });
      await manager.update(IntakeRound, id, wordsOf(input));
      await this.placeIn(manager, id, input);
    });
  }

  /** Moves the last day of a round that runs away, and says more. @throws as `edit` */
  async adjust(actor: Actor, id: string, input: RoundAdjustment, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'adjust', seenVersion, async (manager, period) => {
      refuse(adjustmentFaults(period, input));
      const { endsOn, explanation } = input;
      await manager.update(IntakeRound, id, { endsOn, explanation });
    });
  }

  /** Ends a round that runs, now: what is sent in from here on is not part of it. @throws as `edit` */
  async stop(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'stop', seenVersion, async (manager) => {
      const now = this.clock.now();
      await manager.update(IntakeRound, id, { endsOn: amsterdamDay(now), stoppedAt: now });
    });
  }

  /** Takes a round away that did not begin. @throws as `edit` */
  async cancel(actor: Actor, id: string, seenVersion: number): Promise<void> {
    await this.act(actor, id, 'cancel', seenVersion, async (manager) => {
      await manager.delete(IntakeRound, id);
    });
  }

  private async act(
    actor: Actor,
    id: string,
    action: RoundAction,
    seenVersion: number,
    work: (manager: EntityManager, period: RoundPeriod) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const round = await manager.findOne(IntakeRound, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!round) throw new Problem('not_found');
      const { startsOn, endsOn, stoppedAt, version } = round;
      const rows = await manager.findBy(IntakeRoundVillage, { roundId: id });
      const places = await this.lists.findPlaces(
        rows.map(({ villageId }) => villageId),
        manager,
      );
      const period = { startsOn, endsOn, stoppedAt: stoppedAt?.toISOString() ?? null };
      const facts = { actor, places: places.map(({ place }) => place) };
      stateAfter<RoundState, RoundFacts>(roundActions, action, roundStateAt(period, this.clock.now()), facts);
      requireVersion(version, seenVersion);
      await work(manager, period);
      await manager.update(IntakeRound, id, { version: version + 1 });
      await this.record(manager, actor, action, id);
    });
  }

  private async requirePlaces(manager: EntityManager, actor: Actor, ids: readonly string[]): Promise<void> {
    const rows = await this.lists.findPlaces(ids, manager);
    if (rows.length < ids.length) throw invalidField('/villageIds', 'villages that exist');
    if (!mayHoldRound({ actor, places: rows.map(({ place }) => place) })) throw new Problem('not_allowed');
  }

  private async placeIn(
    manager: EntityManager,
    roundId: string,
    { villageIds, startsOn, endsOn }: RoundInput,
  ): Promise<void> {
    // In one order, so that two rounds made at once wait for each other and do not hold each other up.
    const rows = villageIds.toSorted().map((villageId) => ({ roundId, villageId, startsOn, endsOn }));
    await manager.insert(IntakeRoundVillage, rows);
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string): Promise<void> {
    const entry = { actorId: actor.personId, action: `round.${verb}`, objectType: 'intake_round', objectId };
    return this.audit.record(manager, entry);
  }
}

const wordsOf = ({ question, explanation, startsOn, endsOn, channels, handIn, phone, evening }: RoundInput) => ({
  ...{ question, explanation, startsOn, endsOn, handIn, phone, evening },
  channels: [...channels],
});

function refuse(faults: readonly FieldError[]): void {
  if (faults.length > 0) throw new Problem('invalid_input', undefined, [...faults]);
}
