import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  AgendaState,
  FinishInput,
  HoldInput,
  MergeInput,
  ListOrder,
  NotFeasibleInput,
  PlanInput,
  PlanOptions,
  ProposalAction,
  ProposalCounts,
  ProposalInput,
  ProposalSummary,
  ProposalText,
  ProposalUpdate,
  ProposalView,
  Theme,
  UnplanInput,
} from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

export interface ProposalFilter {
  /** Slug of a village. */
  readonly village?: string;
  readonly theme?: Theme;
  readonly agendaState?: AgendaState;
  readonly order?: ListOrder;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Public points, newest first unless the filter asks for another order. */
export const proposalsResource = (
  id: string,
  filter: () => ProposalFilter | undefined,
): ResourceRef<Page<ProposalSummary> | undefined> =>
  apiResource(id, () => {
    const wanted = filter();
    if (!wanted) return undefined;
    const query = new URLSearchParams(Object.entries(wanted).map(([name, value]) => [name, String(value)]));
    return `/proposals?${query.toString()}`;
  });

export const proposalResource = (id: () => string | undefined): ResourceRef<ProposalView | undefined> =>
  apiResource('proposal', () => {
    const proposalId = id();
    return proposalId ? `/proposals/${encodeURIComponent(proposalId)}` : undefined;
  });

/** Counts per agenda state, over the municipality and per village. */
export const proposalCountsResource = (): ResourceRef<ProposalCounts | undefined> =>
  apiResource('counts', () => '/proposals/counts');

/** What the signed-in person wrote, in every state. */
export const myProposalsResource = (isWanted: () => boolean): ResourceRef<Page<ProposalSummary> | undefined> =>
  apiResource('mine', () => (isWanted() ? '/me/proposals?limit=100' : undefined));

/** What an action asks for besides the decision. */
type ActInput = HoldInput | NotFeasibleInput | MergeInput | PlanInput | UnplanInput | FinishInput;

/** For whom this person can plan a point; undefined while they do not. */
export const planOptionsResource = (id: () => string | undefined): ResourceRef<PlanOptions | undefined> =>
  apiResource('plan-options', () => {
    const proposalId = id();
    return proposalId ? `/proposals/${proposalId}/plan-options` : undefined;
  });

/** Everything a person does with a proposal. A change answers the proposal as it is afterwards. */
@Injectable({ providedIn: 'root' })
export class ProposalsClient {
  private readonly api = inject(Api);

  find(id: string): Promise<ProposalView> {
    return this.api.get(`/proposals/${id}`);
  }

  create(input: ProposalInput, idempotencyKey: string): Promise<ProposalView> {
    return this.api.post('/proposals', input, { idempotencyKey });
  }

  update(id: string, update: ProposalUpdate, version: number): Promise<ProposalView> {
    return this.api.patch(`/proposals/${id}`, update, { version });
  }

  delete(id: string): Promise<void> {
    return this.api.delete(`/proposals/${id}`);
  }

  /** Performs an action that needs nothing but the decision, or the reasons some actions ask for. */
  act(id: string, action: ProposalAction, input?: ActInput): Promise<ProposalView> {
    return this.api.post(`/proposals/${id}/${action.replaceAll('_', '-')}`, input);
  }

  /** Sends in a new text for a public point. */
  proposeText(id: string, text: ProposalText, version: number, idempotencyKey: string): Promise<ProposalView> {
    return this.api.post(`/proposals/${id}/versions`, text, { version, idempotencyKey });
  }

  /** Takes a new text back before the broker decided on it. */
  withdrawText(id: string, number: number): Promise<ProposalView> {
    return this.api.post(`/proposals/${id}/versions/${number}/withdraw`);
  }

  support(id: string): Promise<unknown> {
    return this.api.put(`/proposals/${id}/support`);
  }

  withdrawSupport(id: string): Promise<unknown> {
    return this.api.delete(`/proposals/${id}/support`);
  }
}
