import { Injectable, PLATFORM_ID, type ResourceRef, inject } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import type { AcceptAskInput, AskView, DeclineAskInput } from '@kernagenda/matching/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** What a village is asked, for who is signed in. */
export const askResource = (id: () => string | undefined): ResourceRef<AskView | undefined> =>
  apiResource('ask', () => {
    const askId = id();
    return askId ? `/match-asks/${encodeURIComponent(askId)}` : undefined;
  });

/** The same by the link of a mail; only in the browser, so that no page with it is drawn or kept on the way. */
export const askLinkResource = (token: () => string | undefined): ResourceRef<AskView | undefined> => {
  const isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  return apiResource('ask-link', () => {
    const carried = token();
    return carried && isBrowser ? `/ask-links?token=${encodeURIComponent(carried)}` : undefined;
  });
};

/** Answers for a village; the answer is what is asked as it is then. */
@Injectable({ providedIn: 'root' })
export class AsksClient {
  private readonly api = inject(Api);

  accept(id: string, input: AcceptAskInput): Promise<AskView> {
    return this.api.post(`/match-asks/${id}/accept`, input);
  }

  decline(id: string, input: DeclineAskInput): Promise<AskView> {
    return this.api.post(`/match-asks/${id}/decline`, input);
  }

  acceptByLink(token: string, input: AcceptAskInput): Promise<AskView> {
    return this.api.post('/ask-links/accept', { token, ...input });
  }

  declineByLink(token: string, input: DeclineAskInput): Promise<AskView> {
    return this.api.post('/ask-links/decline', { token, ...input });
  }
}
