import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { BatchRow, BatchSummary, BatchView, ColumnsInput } from '@kernagenda/intake/domain/imports';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { API_TRANSPORT, Api, ApiError, apiResource } from '@kernagenda/shared/web';

/** Files that were brought, the newest first. */
export const importsResource = (): ResourceRef<Page<BatchSummary> | undefined> =>
  apiResource('imports', () => '/imports?limit=50');

/** One file, with how far it is. */
export const importResource = (id: () => string): ResourceRef<BatchView | undefined> =>
  apiResource('import', () => `/imports/${encodeURIComponent(id())}`);

/** Rows of a file, the first of all or the first of one outcome; undefined while there is nothing to ask. */
export const importRowsResource = (
  name: string,
  path: () => { readonly id: string; readonly only?: string; readonly limit: number } | undefined,
): ResourceRef<Page<BatchRow> | undefined> =>
  apiResource(name, () => {
    const asked = path();
    if (!asked) return undefined;
    const only = asked.only ? `&only=${asked.only}` : '';
    return `/imports/${encodeURIComponent(asked.id)}/rows?limit=${asked.limit}${only}`;
  });

/** What an administrator does with a file of points. */
@Injectable({ providedIn: 'root' })
export class ImportsClient {
  private readonly api = inject(Api);
  private readonly transport = inject(API_TRANSPORT);

  /** Has a file read and tried. @throws ApiError `unreadable_file` with a `FileFault` as the detail of its error */
  async send(file: Blob, name: string, key: string): Promise<BatchView> {
    const body = new FormData();
    body.set('file', file, name);
    const init = { method: 'POST', headers: { 'idempotency-key': key }, body };
    const answer = await this.transport('/api/v1/imports', init).catch(() => {
      throw new ApiError(0, null);
    });
    const said: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw new ApiError(answer.status, said as ProblemBody | null);
    return said as BatchView;
  }

  chooseColumns({ id, version }: BatchView, input: ColumnsInput): Promise<BatchView> {
    return this.api.put(`/imports/${id}/columns`, input, { version });
  }

  confirm({ id, version }: BatchView): Promise<BatchView> {
    return this.api.post(`/imports/${id}/confirm`, undefined, { version });
  }

  cancel({ id }: BatchView): Promise<BatchView> {
    return this.api.post(`/imports/${id}/cancel`);
  }

  undo({ id, version }: BatchView): Promise<BatchView> {
    return this.api.post(`/imports/${id}/undo`, undefined, { version });
  }

  discard({ id }: BatchView): Promise<void> {
    return this.api.delete(`/imports/${id}`);
  }
}
