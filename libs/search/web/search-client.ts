import { Injectable, type ResourceRef, inject } from '@angular/core';
import { type SearchAnswer, type SearchFilter, searchLimits } from '@kernagenda/search/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** What is found; undefined while nothing is asked. */
export const searchResource = (
  wanted: () => (SearchFilter & { readonly cursor?: string | undefined }) | undefined,
): ResourceRef<SearchAnswer | undefined> =>
  apiResource('search', () => {
    const filter = wanted();
    return filter && pathOf(filter);
  });

@Injectable({ providedIn: 'root' })
export class SearchClient {
  private readonly api = inject(Api);

  /** The page after this cursor. */
  more(filter: SearchFilter, cursor: string): Promise<SearchAnswer> {
    return this.api.get(pathOf({ ...filter, cursor }));
  }
}

function pathOf(wanted: SearchFilter & { readonly cursor?: string | undefined }): string {
  const query = new URLSearchParams({ limit: String(searchLimits.page) });
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  return `/search?${query.toString()}`;
}
