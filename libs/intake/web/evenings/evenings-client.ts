import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  CloseEveningInput,
  EveningInput,
  EveningNoteView,
  EveningSummary,
  EveningView,
} from '@kernagenda/intake/domain/evenings';
import { Api, ApiError, apiResource } from '@kernagenda/shared/web';

/** The last evenings of the villages this person serves; not asked for who serves none. */
export const eveningsResource = (
  isAsked: () => boolean,
): ResourceRef<{ readonly items: readonly EveningSummary[] } | undefined> =>
  apiResource('evenings', () => (isAsked() ? '/evenings' : undefined));

const patienceMs = 20_000;

/** A line that is up and carries nothing is as good as none: after a while it counts as cut. @throws ApiError */
export const inTime = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new ApiError(0, null)), patienceMs)),
  ]);

/** Evenings as the API knows them. */
@Injectable({ providedIn: 'root' })
export class EveningsClient {
  private readonly api = inject(Api);

  begin(input: EveningInput, idempotencyKey: string): Promise<EveningView> {
    return this.api.post('/evenings', input, { idempotencyKey });
  }

  get(id: string): Promise<EveningView> {
    return inTime(this.api.get(`/evenings/${encodeURIComponent(id)}`));
  }

  /** @returns the note as it stands: the highest revision */
  keep(eveningId: string, { id, proposalId: _, isLeftOut: __, ...input }: EveningNoteView): Promise<EveningNoteView> {
    return inTime(this.api.put(`/evenings/${encodeURIComponent(eveningId)}/wishes/${id}`, input));
  }

  close(id: string, input: CloseEveningInput): Promise<EveningView> {
    return inTime(this.api.post(`/evenings/${encodeURIComponent(id)}/close`, input));
  }
}
