import type { TestPerson } from '@kernagenda/identity/api/testing';
import type {
  ApplicationSummary,
  ApplicationView,
  BudgetRuleInput,
  DecisionInput,
  RedistributionView,
  VillageBudgetView,
} from '@kernagenda/budgets/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';

export type ApplicationAnswer = TestResponse<ApplicationView & ProblemBody>;
export type RedistributionAnswer = TestResponse<RedistributionView & ProblemBody>;
type As = TestPerson | null;
type Seen = Pick<ApplicationView, 'id' | 'version'>;

export const aBudgetRule: BudgetRuleInput = {
  fromYear: 2026,
  villageCents: 500_000,
  initiativeCents: 200_000,
  existingPercent: 25,
  redistributesOn: '11-01',
  criteria: ['Voor iedereen in de kern', 'Er is draagvlak'],
  source: 'Spelregels van de gemeente',
  sourceUrl: 'https://gemeente.test/spelregels',
  isExample: false,
};

/** What people do with village budgets, over HTTP. */
export class BudgetCalls {
  constructor(private readonly app: TestApp) {}

  async budget(slug: string, as: As = null, query = ''): Promise<VillageBudgetView> {
    const path = `/api/v1/village-budgets/${slug}${query}`;
    const { status, body } = await this.app.request<VillageBudgetView>('GET', path, { as });
    if (status !== 200) throw new Error(`The budget answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  handIn(as: As, body: object, headers = {}): Promise<ApplicationAnswer> {
    return this.app.request('POST', '/api/v1/budget-applications', { as, body, headers });
  }

  get(as: As, id: string): Promise<ApplicationAnswer> {
    return this.app.request('GET', `/api/v1/budget-applications/${id}`, { as });
  }

  list(as: As, query = ''): Promise<TestResponse<Page<ApplicationSummary> & ProblemBody>> {
    return this.app.request('GET', `/api/v1/budget-applications${query}`, { as });
  }

  post(as: As, { id, version }: Seen, action: string, body?: object): Promise<ApplicationAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('POST', `/api/v1/budget-applications/${id}/${action}`, {
      as,
      headers,
      ...(body && { body }),
    });
  }

  decide(as: As, seen: Seen, grantedCents: number, more: Partial<DecisionInput> = {}): Promise<ApplicationAnswer> {
    return this.post(as, seen, 'decide', { grantedCents, ...more });
  }

  async redistributions(as: As): Promise<readonly RedistributionView[]> {
    const path = '/api/v1/budget-redistributions';
    const { body } = await this.app.request<{ items: RedistributionView[] }>('GET', path, { as });
    return body.items;
  }

  redistribution(as: As, { id, version }: Seen, action: string, body?: object): Promise<RedistributionAnswer> {
    const headers = { 'if-match': `"${version}"` };
    const path = `/api/v1/budget-redistributions/${id}/${action}`;
    return this.app.request('POST', path, { as, headers, ...(body && { body }) });
  }
}
