import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  ClaimView,
  Decision,
  DecisionView,
  QueueItem,
  ReasonsInput,
  ReconsiderInput,
} from '@kernagenda/moderation/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** What this broker may decide on, oldest term first. */
export const queueResource = (isWanted: () => boolean): ResourceRef<Page<QueueItem> | undefined> =>
  apiResource('queue', () => (isWanted() ? '/moderation/queue?limit=100' : undefined));

@Injectable({ providedIn: 'root' })
export class ModerationClient {
  private readonly api = inject(Api);

  claim(proposalId: string): Promise<ClaimView> {
    return this.api.post(`/proposals/${proposalId}/claim`);
  }

  release(proposalId: string): Promise<void> {
    return this.api.post(`/proposals/${proposalId}/release`);
  }

  /** Gives the claim back while the page is being closed, when no answer can be waited for. */
  releaseOnExit(proposalId: string): void {
    navigator.sendBeacon(`/api/v1/proposals/${proposalId}/release`);
  }

  /** Decides on the text as it was read: `version` is the one on the screen. A new text bears its number. */
  decide(
    { proposalId, version, newText }: Pick<QueueItem, 'proposalId' | 'version'> & Partial<Pick<QueueItem, 'newText'>>,
    decision: Decision,
    words?: ReasonsInput | ReconsiderInput,
  ): Promise<DecisionView> {
    const text = newText ? `/versions/${newText.number}` : '';
    const action = decision.replace('_version', '').replaceAll('_', '-');
    return this.api.post(`/proposals/${proposalId}${text}/${action}`, words, { version });
  }

  undo(proposalId: string): Promise<DecisionView> {
    return this.api.post(`/proposals/${proposalId}/undo`);
  }
}
