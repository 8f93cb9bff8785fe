import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { eventActions, eventStateAt, isFull, maySpeakFor } from '@kernagenda/news/domain';
import type { EventFacts, EventSummary, EventView, EventsPage } from '@kernagenda/news/domain';
import { Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem, allowedActions } from '@kernagenda/shared/domain';
import { LettersReader } from './letters.reader';
import { eventQuery, eventsQuery, outcomesQuery } from './village-events.queries';
import type { EventDetailRow, EventRow, OutcomeRow } from './village-events.queries';

/** What everybody reads of events: how many come, never who. */
@Injectable()
export class EventsReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly villages: LettersReader,
  ) {}

  /** The last day first. @throws Problem `not_found` for a village that does not exist. */
  async list(
    actor: Actor | null,
    slug: string,
    limit: number,
    after: readonly [day: string, id: string] | null,
  ): Promise<EventsPage> {
    const { id, village, place } = await this.villages.findVillage(slug);
    const values = [id, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<EventRow>(this.dataSource, 'village events', eventsQuery, values);
    const now = this.clock.now();
    const page = toPage(
      rows,
      limit,
      (row) => toSummary(row, now),
      (row) => [row.day, row.id],
    );
    return { village, ...page, mayHold: maySpeakFor({ actor, place }) };
  }

  /** @throws Problem `not_found` */
  async get(actor: Actor | null, id: string): Promise<EventView> {
    const row = await this.find(actor, id);
    const outcomes = await namedQuery<OutcomeRow>(this.dataSource, 'event outcomes', outcomesQuery, [id]);
    const summary = toSummary(row, this.clock.now());
    const { text, voice, isSignedUp, beingRead, version } = row;
    const allowed = allowedActions(eventActions, summary.state, factsOf(actor, row));
    return {
      ...summary,
      ...{ text, by: voice, isSignedUp, beingRead, version },
      outcomes: outcomes.map(({ pointId, title, agendaState, owner }) => ({ pointId, title, agendaState, owner })),
      allowedActions: allowed.filter((action) => action !== 'sign_up' || !isFull(summary)),
    };
  }

  /** @throws Problem `not_found` */
  async find(
    actor: Actor | null,
    id: string,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<EventDetailRow> {
    const values = [id, actor?.personId ?? null];
    const [row] = await namedQuery<EventDetailRow>(source, 'village event', eventQuery, values);
    if (!row) throw new Problem('not_found');
    return row;
  }
}

/** What the rules look at. */
export const factsOf = (actor: Actor | null, { where, isSignedUp }: EventDetailRow): EventFacts => ({
  actor,
  place: where,
  isSignedUp,
});

const toSummary = (row: EventRow, now: Date): EventSummary => ({
  ...{ id: row.id, village: row.village, kind: row.kind, title: row.title, day: row.day, starts: row.starts },
  ...{ ends: row.ends, place: row.place, room: row.room, comers: row.comers, state: eventStateAt(row, now) },
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});
