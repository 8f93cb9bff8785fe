import { Injectable, type ResourceRef, inject, resource } from '@angular/core';
import type {
  AdviceInput,
  ApplicationInput,
  ApplicationSummary,
  ApplicationView,
  DecisionInput,
  NoteInput,
  RedistributionAction,
  RedistributionView,
  VillageBudgetView,
} from '@kernagenda/budgets/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

type List = 'waiting' | 'closed' | 'own';

/** What a village has this year, by the slug of the village. */
export const villageBudgetResource = (slug: () => string | undefined): ResourceRef<VillageBudgetView | undefined> =>
  apiResource('village-budget', () => {
    const name = slug();
    return name ? `/village-budgets/${encodeURIComponent(name)}` : undefined;
  });

/** The first page of a list of applications the reader may read. */
export const applicationsResource = (list: () => List): ResourceRef<Page<ApplicationSummary> | undefined> => {
  const api = inject(Api);
  return resource({
    params: list,
    loader: ({ params, abortSignal }) => api.get(`/budget-applications?list=${params}`, abortSignal),
  });
};

export const applicationResource = (id: () => string | undefined): ResourceRef<ApplicationView | undefined> =>
  apiResource('budget-application', () => {
    const applicationId = id();
    return applicationId ? `/budget-applications/${encodeURIComponent(applicationId)}` : undefined;
  });

/** What would move between villages, for who works for them. */
export const redistributionsResource = (
  isAsked: () => boolean,
): ResourceRef<{ readonly items: readonly RedistributionView[] } | undefined> =>
  apiResource('budget-redistributions', () => (isAsked() ? '/budget-redistributions' : undefined));

/** What people do with village budgets; moves need the version that was read. */
@Injectable({ providedIn: 'root' })
export class BudgetsClient {
  private readonly api = inject(Api);

  apply(input: ApplicationInput, idempotencyKey: string): Promise<ApplicationView> {
    return this.api.post('/budget-applications', input, { idempotencyKey });
  }

  listAfter(list: List, cursor: string): Promise<Page<ApplicationSummary>> {
    return this.api.get(`/budget-applications?list=${list}&cursor=${encodeURIComponent(cursor)}`);
  }

  ask(id: string, input: NoteInput, version: number): Promise<ApplicationView> {
    return this.move(id, 'ask', version, input);
  }

  complete(id: string, input: NoteInput, version: number): Promise<ApplicationView> {
    return this.move(id, 'complete', version, input);
  }

  advise(id: string, input: AdviceInput, version: number): Promise<ApplicationView> {
    return this.move(id, 'advise', version, input);
  }

  decide(id: string, input: DecisionInput, version: number): Promise<ApplicationView> {
    return this.move(id, 'decide', version, input);
  }

  withdraw(id: string, version: number): Promise<ApplicationView> {
    return this.move(id, 'withdraw', version);
  }

  redistribute(id: string, action: RedistributionAction, version: number, input?: NoteInput): Promise<unknown> {
    return this.api.post(`/budget-redistributions/${id}/${action}`, input, { version });
  }

  private move(id: string, action: string, version: number, input?: object): Promise<ApplicationView> {
    return this.api.post(`/budget-applications/${id}/${action}`, input, { version });
  }
}
