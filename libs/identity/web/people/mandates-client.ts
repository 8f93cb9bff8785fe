import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { MandateInput, MandateView } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** The mandates that run or are to come, by name. */
export const mandatesResource = (): ResourceRef<Page<MandateView> | undefined> =>
  apiResource('mandates', () => '/mandates?limit=100');

/** What the administrator does with mandates. */
@Injectable({ providedIn: 'root' })
export class MandatesClient {
  private readonly api = inject(Api);

  give(input: MandateInput, idempotencyKey: string): Promise<MandateView> {
    return this.api.post('/mandates', input, { idempotencyKey });
  }

  end(id: string): Promise<void> {
    return this.api.post(`/mandates/${id}/end`);
  }
}
