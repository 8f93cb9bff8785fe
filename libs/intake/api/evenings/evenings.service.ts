import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { mayEnterFor } from '@kernagenda/intake/domain';
import { eveningActions, eveningLimits } from '@kernagenda/intake/domain/evenings';
import type {
  CloseEveningInput,
  EveningAction,
  EveningFacts,
  EveningInput,
  EveningNoteInput,
  EveningNoteView,
  EveningState,
  EveningSummary,
  EveningView,
} from '@kernagenda/intake/domain/evenings';
import { Audit, Clock, Idempotency, Jobs, RateLimits, Realtime, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, allowedActions, invalidField, isDay, stateAfter } from '@kernagenda/shared/domain';
import { placesQuery } from '../places.queries';
import type { PlaceRow } from '../places.queries';
import { EnteredWishesService } from '../entered-wishes.service';
import { Evening, EveningWish } from './evenings.entities';
import { eveningStep } from './evenings.events';
import { eveningQuery, eveningsQuery } from './evenings.queries';
import type { EveningRow } from './evenings.queries';

/** Group and broker write down an evening of wishes, from as many computers as they have, and send it in. */
@Injectable()
export class EveningsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly realtime: Realtime,
    private readonly wishes: EnteredWishesService,
  ) {}

  onModuleInit(): void {
    this.realtime.allow<Actor>('evening', async (actor, id) => (await this.findRow(id, actor)) !== null);
  }

  /** The last evenings of the villages this person serves, the last first. */
  async list(actor: Actor): Promise<readonly EveningSummary[]> {
    const villages = (await this.wishes.listVillages(actor)).map(({ id }) => id);
    const values = [villages, eveningLimits.listed];
    return (await namedQuery<EveningRow>(this.dataSource, 'intake.evenings', eveningsQuery, values)).map(toSummary);
  }

  /** @throws Problem `not_allowed` for a village this person does not serve, `too_many_requests`, `invalid_input`. */
  async begin(actor: Actor, input: EveningInput, call: IdempotentCall | null): Promise<EveningView> {
    if (!isDay(input.day)) throw invalidField('/day', 'a day that exists, as yyyy-mm-dd');
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const [found] = await namedQuery<PlaceRow>(manager, 'intake places', placesQuery, [[input.villageId]]);
        if (!found || !mayEnterFor(actor, found.place)) throw new Problem('not_allowed');
        this.limits.take('evenings', actor.personId, { count: eveningLimits.perHour, seconds: 3600 });
        const { villageId, title, day } = input;
        const begun = { begunBy: actor.personId, begunAt: this.clock.now(), closedAt: null };
        const evening = await manager.save(manager.create(Evening, { villageId, title, day, state: 'open', ...begun }));
        await this.record(manager, actor, 'begin', evening.id, 'open');
        return { id: evening.id };
      }),
    );
    return this.get(actor, id);
  }

  /** @throws Problem `not_found`, also for who does not serve its village. */
  async get(actor: Actor, id: string): Promise<EveningView> {
    const row = await this.findRow(id, actor);
    if (!row) throw new Problem('not_found');
    const order = { enteredAt: 'desc', id: 'desc' } as const;
    const notes = await this.dataSource.manager.find(EveningWish, { where: { eveningId: id }, order });
    const facts = { actor, place: row.place };
    return {
      ...toSummary(row),
      notes: notes.map(toNote),
      allowedActions: allowedActions<EveningState, EveningFacts, EveningAction>(eveningActions, row.state, facts),
    };
  }

  /**
   * Writes a note under the id its computer chose; the highest revision stands.
   * @returns the note as it stands
   * @throws Problem `not_found`, also for a note of another evening; `wrong_state` once it is sent in or full
   */
  async keepNote(actor: Actor, id: string, noteId: string, input: EveningNoteInput): Promise<EveningNoteView> {
    const note = await this.dataSource.transaction(async (manager) => {
      await this.act(manager, actor, id, 'write');
      const known = await manager.findOneBy(EveningWish, { id: noteId });
      if (known && known.eveningId !== id) throw new Problem('not_found');
      if (known && known.revision >= input.revision) return known;
      if (!known && (await manager.countBy(EveningWish, { eveningId: id })) >= eveningLimits.notes) {
        throw new Problem('wrong_state', `An evening takes ${eveningLimits.notes} notes.`);
      }
      const enteredAt = known?.enteredAt ?? new Date(input.enteredAt);
      const enteredBy = [...new Set([...(known?.enteredBy ?? []), actor.personId])];
      const { isLeftOut, proposalId } = known ?? { isLeftOut: false, proposalId: null };
      const note = { ...input, id: noteId, eveningId: id, enteredAt, enteredBy, isLeftOut, proposalId };
      return manager.save(manager.create(EveningWish, note));
    });
    this.announce(id);
    return toNote(note);
  }

  /**
   * Sends every note in, by a job. Again, while it is under way, changes nothing, and takes up what stood still.
   * @throws Problem `not_found`, `wrong_state`, `stale_version` when there are other notes than were seen
   */
  async close(actor: Actor, id: string, { leaveOut, noteCount }: CloseEveningInput): Promise<EveningView> {
    await this.dataSource.transaction(async (manager) => {
      const { state } = await this.act(manager, actor, id, 'close');
      if (state === 'open') {
        const known = await manager.countBy(EveningWish, { eveningId: id, isRemoved: false });
        if (known !== noteCount) throw new Problem('stale_version');
        await manager.update(EveningWish, { eveningId: id, id: In([...leaveOut]) }, { isLeftOut: true });
        await manager.update(Evening, id, { state: 'closing', closedAt: this.clock.now() });
        await this.record(manager, actor, 'close', id, 'closing');
      }
      await this.jobs.publish(manager, eveningStep, { eveningId: id, actorId: actor.personId });
    });
    this.announce(id);
    return this.get(actor, id);
  }

  /** Tells open pages that an evening changed; call it after the commit. */
  announce(eveningId: string): void {
    this.realtime.publish(`evening:${eveningId}`, { kind: 'evening', eveningId });
  }

  private async act(manager: EntityManager, actor: Actor, id: string, action: EveningAction): Promise<Evening> {
    const row = await this.findRow(id, actor, manager);
    // One at a time: two computers may send the same note, or the last there is room for.
    const evening = row && (await manager.findOne(Evening, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    if (!evening) throw new Problem('not_found');
    const facts = { actor, place: row.place };
    stateAfter<EveningState, EveningFacts>(eveningActions, action, evening.state, facts);
    return evening;
  }

  private async findRow(
    id: string,
    actor: Actor | null,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<EveningRow | null> {
    const [row] = await namedQuery<EveningRow>(source, 'intake.evening', eveningQuery, [id]);
    return row && mayEnterFor(actor, row.place) ? row : null;
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string, toState: EveningState) {
    const entry = { actorId: actor.personId, action: `evening.${verb}`, objectType: 'evening', objectId, toState };
    return this.audit.record(manager, entry);
  }
}

const toSummary = ({ id, village, title, day, state, noteCount }: EveningRow): EveningSummary => ({
  ...{ id, village, title, day, state, noteCount },
});

const toNote = ({
  id,
  text,
  theme,
  group,
  sameAs,
  dots,
  place,
  email,
  isRemoved,
  enteredAt,
  revision,
  proposalId,
  isLeftOut,
}: EveningWish): EveningNoteView => ({
  ...{ id, text, theme, group, sameAs, dots, place, email, isRemoved, revision, proposalId, isLeftOut },
  enteredAt: enteredAt.toISOString(),
});
