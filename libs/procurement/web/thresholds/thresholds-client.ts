import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { ThresholdInput, ThresholdView } from '@kernagenda/procurement/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** All rules, the newest first. */
export const thresholdsResource = (): ResourceRef<Page<ThresholdView> | undefined> =>
  apiResource('procurement-thresholds', () => '/procurement-thresholds?limit=100');

/** What the administrator does with the rules for buying. */
@Injectable({ providedIn: 'root' })
export class ThresholdsClient {
  private readonly api = inject(Api);

  add(input: ThresholdInput, idempotencyKey: string): Promise<ThresholdView> {
    return this.api.post('/procurement-thresholds', input, { idempotencyKey });
  }

  change({ id, version }: ThresholdView, input: ThresholdInput): Promise<ThresholdView> {
    return this.api.put(`/procurement-thresholds/${id}`, input, { version });
  }
}
