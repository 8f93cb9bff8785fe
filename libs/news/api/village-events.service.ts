import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { EnteredWishesService } from '@kernagenda/intake/api';
import { eventActions, eventFaults, eventStateAt, isFull, maySpeakFor } from '@kernagenda/news/domain';
import type { EventAction, EventFacts, EventInput, EventState, OutcomeInput } from '@kernagenda/news/domain';
import { ProposalsLive } from '@kernagenda/proposals/api';
import type { Transition } from '@kernagenda/proposals/api';
import { Audit, Clock, Idempotency, Jobs, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, stateAfter } from '@kernagenda/shared/domain';
import { LettersReader } from './letters.reader';
import { NewsLive } from './news.live';
import { eventToTell, villageAnnounced } from './news.events';
import { EventOutcomePoint, EventSignUp, VillageEvent } from './village-events.entities';
import { tellQuery } from './village-events.queries';
import type { EventDetailRow } from './village-events.queries';
import { EventsReader, factsOf } from './village-events.reader';

/** Events of villages: who holds one, who comes, and what comes of it. */
@Injectable()
export class VillageEvents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly villages: LettersReader,
    private readonly reader: EventsReader,
    private readonly wishes: EnteredWishesService,
    private readonly points: ProposalsLive,
    private readonly live: NewsLive,
  ) {}

  /**
   * Announces an event.
   * @returns its id
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` for a day that is over or times that make no sense
   */
  async hold(actor: Actor, slug: string, input: EventInput, call: IdempotentCall | null): Promise<string> {
    const { id: villageId, place } = await this.villages.findVillage(slug);
    if (!maySpeakFor({ actor, place })) throw new Problem('not_allowed');
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        this.requireTimes(input);
        const voice = actsAsSecretary(actor, place) ? 'group' : 'broker';
        const made = { villageId, voice, createdAt: this.clock.now(), cancelledAt: null } as const;
        const event = await manager.save(manager.create(VillageEvent, { ...input, ...made }));
        await this.jobs.publish(manager, villageAnnounced, { announcementId: event.id, actorId: actor.personId });
        await this.record(manager, actor, 'hold', event.id);
        return { id: event.id };
      }),
    );
    this.live.announce({ villageId });
    return id;
  }

  /** Says it otherwise; who signed up is told when day, time or place changed. @throws as `hold`, `wrong_state`, `stale_version` */
  edit(actor: Actor, id: string, input: EventInput, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'edit', seenVersion, async (manager, before) => {
      this.requireTimes(input);
      await manager.update(VillageEvent, id, { ...input, version: before.version + 1 });
      const isMoved = (['day', 'starts', 'ends', 'place'] as const).some((field) => before[field] !== input[field]);
      if (isMoved) await this.tell(manager, id, 'changed', `${before.version + 1}`, actor.personId);
    });
  }

  /** It does not go on; who signed up is told. @throws as `edit` */
  cancel(actor: Actor, id: string, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'cancel', seenVersion, async (manager, before) => {
      await manager.update(VillageEvent, id, { cancelledAt: this.clock.now(), version: before.version + 1 });
      await this.tell(manager, id, 'cancelled', '', actor.personId);
    });
  }

  /** Comes; again it changes nothing. @throws Problem `not_found`, `wrong_state` once it began or when it is full */
  signUp(actor: Actor, id: string): Promise<void> {
    return this.come(actor, id, true, async (manager, event) => {
      if (isFull(event)) throw new Problem('wrong_state', 'Nobody more may come.');
      await manager.insert(EventSignUp, { eventId: id, personId: actor.personId, signedUpAt: this.clock.now() });
    });
  }

  /** Does not come after all; again it changes nothing. @throws Problem `not_found`, `wrong_state` once it began */
  signOff(actor: Actor, id: string): Promise<void> {
    return this.come(actor, id, false, async (manager) => {
      await manager.delete(EventSignUp, { eventId: id, personId: actor.personId });
    });
  }

  /**
   * Writes down what came of it as a point with an owner. It waits to be read by somebody else, as every point does.
   * @throws Problem `not_found`, `not_allowed`, `wrong_state` before it began
   */
  async enterOutcome(
    actor: Actor,
    id: string,
    { owner, ...text }: OutcomeInput,
    call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    const changes: Transition['change'][] = [];
    const answer = await this.dataSource.transaction(async (manager) => {
      const event = await this.lock(manager, actor, id);
      this.requireAllowed(actor, event, 'enter_outcome');
      return this.idempotency.once(manager, call, async () => {
        const wish = {
          ...text,
          villageId: event.village.id,
          enteredFrom: 'evening',
          email: null,
          hasConsent: true,
        } as const;
        const { proposalId, change } = await this.wishes.enterIn(manager, actor, wish);
        await manager.insert(EventOutcomePoint, { eventId: id, proposalId, owner, enteredAt: this.clock.now() });
        await this.record(manager, actor, 'enter_outcome', id);
        changes.push(change);
        return { id: proposalId };
      });
    });
    this.points.announce(...changes);
    return answer;
  }

  /** Everybody who signed up is told, each once, by mail. */
  async tell(
    manager: EntityManager,
    id: string,
    kind: 'reminder' | 'changed' | 'cancelled',
    about: string,
    exceptId: string | null,
  ): Promise<void> {
    const due: { readonly mailId: string }[] = await manager.query(tellQuery, [id, kind, about, exceptId]);
    await this.jobs.publishEach(manager, eventToTell, due);
  }

  private async come(
    actor: Actor,
    id: string,
    isComing: boolean,
    work: (manager: EntityManager, event: EventDetailRow) => Promise<void>,
  ): Promise<void> {
    const action = isComing ? 'sign_up' : 'sign_off';
    const changed = await this.dataSource.transaction(async (manager) => {
      const event = await this.lock(manager, actor, id);
      if (event.isSignedUp === isComing) return null;
      this.requireAllowed(actor, event, action);
      await work(manager, event);
      await this.record(manager, actor, action, id);
      return event;
    });
    if (changed) this.live.announce({ villageId: changed.village.id });
  }

  private async act(
    actor: Actor,
    id: string,
    action: EventAction,
    seenVersion: number,
    work: (manager: EntityManager, event: EventDetailRow) => Promise<void>,
  ): Promise<void> {
    const { village } = await this.dataSource.transaction(async (manager) => {
      const event = await this.lock(manager, actor, id);
      this.requireAllowed(actor, event, action);
      requireVersion(event.version, seenVersion);
      await work(manager, event);
      await this.record(manager, actor, action, id);
      return event;
    });
    this.live.announce({ villageId: village.id });
  }

  /** The event as it is, held until the end of the transaction. */
  private async lock(manager: EntityManager, actor: Actor, id: string): Promise<EventDetailRow> {
    await manager.findOne(VillageEvent, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.reader.find(actor, id, manager);
  }

  private requireAllowed(actor: Actor, event: EventDetailRow, action: EventAction): void {
    const state = eventStateAt(event, this.clock.now());
    stateAfter<EventState, EventFacts>(eventActions, action, state, factsOf(actor, event));
  }

  private requireTimes(input: EventInput): void {
    const faults = eventFaults(input, this.clock.now());
    if (faults.length > 0) throw new Problem('invalid_input', undefined, [...faults]);
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string): Promise<void> {
    const entry = { actorId: actor.personId, action: `village_event.${verb}`, objectType: 'village_event', objectId };
    return this.audit.record(manager, entry);
  }
}
