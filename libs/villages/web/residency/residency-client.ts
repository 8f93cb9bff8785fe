import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';
import type {
  CodeBatchInput,
  CodeBatchView,
  MadeCodes,
  ProveInput,
  ResidencyView,
} from '@kernagenda/villages/domain/residency';

/** The own proof; not asked for who is not signed in. */
export const residencyResource = (isAsked: () => boolean): ResourceRef<ResidencyView | undefined> =>
  apiResource('residency', () => (isAsked() ? '/me/residency' : undefined));

/** Codes that were made for the villages of this person; not asked for who may not. */
export const codeBatchesResource = (isAsked: () => boolean): ResourceRef<Page<CodeBatchView> | undefined> =>
  apiResource('code-batches', () => (isAsked() ? '/residency-batches?limit=50' : undefined));

/** For which villages this person may make codes; not asked for who may not. */
export const codeVillagesResource = (
  isAsked: () => boolean,
): ResourceRef<{ readonly items: readonly VillageRef[] } | undefined> =>
  apiResource('code-villages', () => (isAsked() ? '/residency-batches/villages' : undefined));

/** Making and withdrawing codes, and showing with one to live in a village. */
@Injectable({ providedIn: 'root' })
export class ResidencyClient {
  private readonly api = inject(Api);

  /** The only answer that holds codes. */
  make(input: CodeBatchInput): Promise<MadeCodes> {
    return this.api.post('/residency-batches', input);
  }

  /** The batches below those that were read. */
  batchesAfter(cursor: string): Promise<Page<CodeBatchView>> {
    return this.api.get(`/residency-batches?limit=50&cursor=${encodeURIComponent(cursor)}`);
  }

  withdraw(id: string, takesBackProofs: boolean): Promise<CodeBatchView> {
    return this.api.post(`/residency-batches/${id}/withdraw`, { takesBackProofs });
  }

  prove(input: ProveInput): Promise<ResidencyView> {
    return this.api.post('/me/residency', input);
  }
}
