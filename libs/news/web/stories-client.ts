import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { Story } from '@kernagenda/news/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** Stories of what got done, told last first. */
export const storiesResource = (): ResourceRef<Page<Story> | undefined> =>
  apiResource('stories', () => '/stories?limit=20');

@Injectable({ providedIn: 'root' })
export class StoriesClient {
  private readonly api = inject(Api);

  listAfter(cursor: string): Promise<Page<Story>> {
    return this.api.get(`/stories?${new URLSearchParams({ cursor, limit: '20' }).toString()}`);
  }
}
