import { Injectable, type ResourceRef, inject, resource } from '@angular/core';
import type { AssignInput, CommentInput, CommentView, HelperContact } from '@kernagenda/conversations/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api } from '@kernagenda/shared/web';

/** What is said on a point, with whether this person may join in. */
export interface TalkView extends Page<CommentView> {
  readonly mayComment: boolean;
}

/** The first pages of what is said on a point, as one. */
export function talkResource(
  wanted: () => { readonly proposalId: string; readonly pages: number } | undefined,
): ResourceRef<TalkView | undefined> {
  const api = inject(Api);
  return resource({
    id: 'talk',
    params: wanted,
    loader: async ({ params: { proposalId, pages }, abortSignal }) => {
      const path = `/proposals/${encodeURIComponent(proposalId)}/comments`;
      let talk = await api.get<TalkView>(path, abortSignal);
      for (let page = 1; page < pages && talk.nextCursor; page += 1) {
        const next = await api.get<TalkView>(`${path}?cursor=${talk.nextCursor}`, abortSignal);
        talk = { ...next, items: [...talk.items, ...next.items] };
      }
      return talk;
    },
  });
}

@Injectable({ providedIn: 'root' })
export class ConversationsClient {
  private readonly api = inject(Api);

  place(proposalId: string, input: CommentInput, idempotencyKey: string): Promise<CommentView> {
    return this.api.post(`/proposals/${proposalId}/comments`, input, { idempotencyKey });
  }

  delete(id: string): Promise<void> {
    return this.api.delete(`/comments/${id}`);
  }

  act(
    id: string,
    action: string,
    input?: AssignInput | { readonly body: string } | { readonly reason: string },
  ): Promise<CommentView> {
    return this.api.post(`/comments/${id}/${action.replaceAll('_', '-')}`, input);
  }

  findContact(id: string): Promise<HelperContact> {
    return this.api.get(`/comments/${id}/contact`);
  }
}
