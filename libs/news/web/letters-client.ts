import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { LetterEdit, LetterInput, LetterView, LettersOf, LettersView } from '@kernagenda/news/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = (id: string): string => `/status-letters/${encodeURIComponent(id)}`;
const listPath = (of: LettersOf, more: Readonly<Record<string, string>>): string =>
  `/status-letters?${new URLSearchParams({ ...of, ...more }).toString()}`;

/** The newest letters of a village or a collaboration; `limit` is how many. */
export const lettersResource = (of: () => LettersOf, limit: number): ResourceRef<LettersView | undefined> =>
  apiResource(`status-letters-${limit}`, () => listPath(of(), { limit: `${limit}` }));

export const letterResource = (id: () => string): ResourceRef<LetterView | undefined> =>
  apiResource('status-letter', () => path(id()));

/** What who writes letters does with them, and what everybody reads further on. */
@Injectable({ providedIn: 'root' })
export class LettersClient {
  private readonly api = inject(Api);

  write(input: LetterInput, idempotencyKey: string): Promise<LetterView> {
    return this.api.post('/status-letters', input, { idempotencyKey });
  }

  edit(id: string, input: LetterEdit, version: number): Promise<LetterView> {
    return this.api.put(path(id), input, { version });
  }

  publish(id: string, version: number): Promise<LetterView> {
    return this.api.post(`${path(id)}/publish`, undefined, { version });
  }

  discard(id: string, version: number): Promise<void> {
    return this.api.delete(path(id), { version });
  }

  listAfter(cursor: string, of: LettersOf): Promise<LettersView> {
    return this.api.get(listPath(of, { cursor, limit: '20' }));
  }
}
