import { Injectable, type ResourceRef, inject } from '@angular/core';
import type { BudgetRuleInput, BudgetRuleView } from '@kernagenda/budgets/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** All rules, the newest first. */
export const budgetRulesResource = (): ResourceRef<Page<BudgetRuleView> | undefined> =>
  apiResource('budget-rules', () => '/budget-rules?limit=100');

/** What the administrator does with the rules for village budgets. */
@Injectable({ providedIn: 'root' })
export class BudgetRulesClient {
  private readonly api = inject(Api);

  add(input: BudgetRuleInput, idempotencyKey: string): Promise<BudgetRuleView> {
    return this.api.post('/budget-rules', input, { idempotencyKey });
  }

  change(id: string, input: BudgetRuleInput, version: number): Promise<BudgetRuleView> {
    return this.api.put(`/budget-rules/${id}`, input, { version });
  }
}
