import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  RoundAdjustment,
  RoundInput,
  RoundSummary,
  RoundView,
  RoundWish,
  WallPart,
} from '@kernagenda/intake/domain/rounds';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';

const path = (id: string): string => `/intake-rounds/${encodeURIComponent(id)}`;
const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given).toString();
};
const wishesPath = (id: string, part: WallPart | undefined, cursor?: string): string =>
  `${path(id)}/wishes?${query({ part, cursor, limit: '30' })}`;

/** Rounds of all villages, or of one by its slug; what runs stands before what is closed. */
export const roundsResource = (village: () => string | undefined): ResourceRef<Page<RoundSummary> | undefined> =>
  apiResource('rounds', () => `/intake-rounds?${query({ village: village(), limit: '50' })}`);

export const roundResource = (id: () => string): ResourceRef<RoundView | undefined> =>
  apiResource('round', () => path(id()));

/** The first page of what everybody may read of a round; of one part of the wall, or of all. */
export const roundWishesResource = (
  id: () => string,
  part: () => WallPart | undefined,
): ResourceRef<Page<RoundWish> | undefined> => apiResource('round-wishes', () => wishesPath(id(), part()));

/** Where this person can hold a round; not asked for who may nowhere. */
export const roundVillagesResource = (
  isAsked: () => boolean,
): ResourceRef<{ readonly items: readonly VillageRef[] } | undefined> =>
  apiResource('round-villages', () => (isAsked() ? '/intake-rounds/villages' : undefined));

/** What secretary and broker do with rounds, and what everybody reads further on. */
@Injectable({ providedIn: 'root' })
export class RoundsClient {
  private readonly api = inject(Api);

  make(input: RoundInput, idempotencyKey: string): Promise<RoundView> {
    return this.api.post('/intake-rounds', input, { idempotencyKey });
  }

  edit(id: string, input: RoundInput, version: number): Promise<RoundView> {
    return this.api.put(path(id), input, { version });
  }

  adjust(id: string, input: RoundAdjustment, version: number): Promise<RoundView> {
    return this.api.post(`${path(id)}/adjust`, input, { version });
  }

  stop(id: string, version: number): Promise<RoundView> {
    return this.api.post(`${path(id)}/stop`, undefined, { version });
  }

  cancel(id: string, version: number): Promise<void> {
    return this.api.delete(path(id), { version });
  }

  listAfter(cursor: string, village: string | undefined): Promise<Page<RoundSummary>> {
    return this.api.get(`/intake-rounds?${query({ village, cursor, limit: '50' })}`);
  }

  wishesAfter(cursor: string, id: string, part: WallPart | undefined): Promise<Page<RoundWish>> {
    return this.api.get(wishesPath(id, part, cursor));
  }
}
