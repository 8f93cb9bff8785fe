import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { EventInput, EventView, EventsPage, OutcomeInput } from '@kernagenda/news/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = (id: string): string => `/village-events/${encodeURIComponent(id)}`;
const listPath = (village: string, more: Readonly<Record<string, string>>): string =>
  `/village-events?${new URLSearchParams({ village, ...more }).toString()}`;

/** Events of a village by its slug, the last day first; `limit` is how many. */
export const eventsResource = (village: () => string, limit: number): ResourceRef<EventsPage | undefined> =>
  apiResource(`village-events-${limit}`, () => listPath(village(), { limit: `${limit}` }));

export const eventResource = (id: () => string): ResourceRef<EventView | undefined> =>
  apiResource('village-event', () => path(id()));

/** What people do with events, and what everybody reads further on. */
@Injectable({ providedIn: 'root' })
export class EventsClient {
  private readonly api = inject(Api);

  hold(village: string, input: EventInput, idempotencyKey: string): Promise<EventView> {
    return this.api.post('/village-events', { village, ...input }, { idempotencyKey });
  }

  edit(id: string, input: EventInput, version: number): Promise<EventView> {
    return this.api.put(path(id), input, { version });
  }

  cancel(id: string, version: number): Promise<EventView> {
    return this.api.post(`${path(id)}/cancel`, undefined, { version });
  }

  signUp(id: string): Promise<EventView> {
    return this.api.put(`${path(id)}/sign-up`);
  }

  signOff(id: string): Promise<void> {
    return this.api.delete(`${path(id)}/sign-up`);
  }

  enterOutcome(id: string, input: OutcomeInput, idempotencyKey: string): Promise<{ readonly id: string }> {
    return this.api.post(`${path(id)}/outcomes`, input, { idempotencyKey });
  }

  listAfter(cursor: string, village: string): Promise<EventsPage> {
    return this.api.get(listPath(village, { cursor, limit: '20' }));
  }
}
