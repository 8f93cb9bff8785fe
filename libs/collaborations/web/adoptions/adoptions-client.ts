import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { AdoptionAnswer, AdoptionsView } from '@kernagenda/collaborations/domain/adoptions';
import { Api, apiResource } from '@kernagenda/shared/web';

/** Where a point came from, and where it travelled. */
export const adoptionsResource = (id: () => string): ResourceRef<AdoptionsView | undefined> =>
  apiResource('adoptions', () => `/proposals/${encodeURIComponent(id())}/adoptions`);

/** Taking a point of another village over. */
@Injectable({ providedIn: 'root' })
export class AdoptionsClient {
  private readonly api = inject(Api);

  /** Makes a draft in the home village. */
  adopt(id: string, idempotencyKey: string): Promise<AdoptionAnswer> {
    return this.api.post(`/proposals/${id}/adoptions`, undefined, { idempotencyKey });
  }
}
