import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { TextBlockInput, TextBlockView } from '@kernagenda/moderation/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** The text blocks, in the order of the administrator. */
export const textBlocksResource = (
  isWanted: () => boolean = () => true,
): ResourceRef<Page<TextBlockView> | undefined> =>
  apiResource('text-blocks', () => (isWanted() ? '/text-blocks' : undefined));

/** What the administrator does with text blocks. */
@Injectable({ providedIn: 'root' })
export class TextBlocksClient {
  private readonly api = inject(Api);

  add(input: TextBlockInput, idempotencyKey: string): Promise<TextBlockView> {
    return this.api.post('/text-blocks', input, { idempotencyKey });
  }

  change({ id, version }: TextBlockView, input: TextBlockInput): Promise<TextBlockView> {
    return this.api.put(`/text-blocks/${id}`, input, { version });
  }

  remove({ id, version }: TextBlockView): Promise<void> {
    return this.api.delete(`/text-blocks/${id}`, { version });
  }

  order(ids: readonly string[]): Promise<Page<TextBlockView>> {
    return this.api.put('/text-blocks/order', { ids });
  }
}
