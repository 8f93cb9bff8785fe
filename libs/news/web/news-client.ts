import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { NewsInput, NewsPage } from '@kernagenda/news/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

const path = (id: string): string => `/village-news/${encodeURIComponent(id)}`;
const listPath = (village: string, more: Readonly<Record<string, string>>): string =>
  `/village-news?${new URLSearchParams({ village, ...more }).toString()}`;

/** The newest news of a village by its slug; `limit` is how much of it. */
export const newsResource = (village: () => string, limit: number): ResourceRef<NewsPage | undefined> =>
  apiResource(`village-news-${limit}`, () => listPath(village(), { limit: `${limit}` }));

/** What group and broker do with news, and what everybody reads further on. */
@Injectable({ providedIn: 'root' })
export class NewsClient {
  private readonly api = inject(Api);

  tell(village: string, input: NewsInput, idempotencyKey: string): Promise<{ readonly id: string }> {
    return this.api.post('/village-news', { village, ...input }, { idempotencyKey });
  }

  correct(id: string, input: NewsInput, version: number): Promise<void> {
    return this.api.put(path(id), input, { version });
  }

  takeBack(id: string, version: number): Promise<void> {
    return this.api.delete(path(id), { version });
  }

  listAfter(cursor: string, village: string): Promise<NewsPage> {
    return this.api.get(listPath(village, { cursor, limit: '20' }));
  }
}
