import type { TestPerson } from '@kernagenda/identity/api/testing';
import type {
  DemandLineInput,
  PurchaseInput,
  PurchaseSummary,
  PurchaseView,
  QuoteInput,
  QuoteReceipt,
} from '@kernagenda/procurement/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';

export type PurchaseAnswer = TestResponse<PurchaseView & ProblemBody>;
type As = TestPerson | null;
type Seen = Pick<PurchaseView, 'id' | 'version'>;

/** A quote of which no figure stands anywhere else in a test. */
export const aQuote = (supplier: string, unitPriceCents = 61_377, more: Partial<QuoteInput> = {}): QuoteInput => ({
  ...{ supplier, deliveryCents: 7_119, deliveryWeeks: 6, warrantyMonths: 60, validUntil: '2026-12-31', note: '' },
  priceBreaks: [
    { fromQuantity: 1, unitPriceCents: unitPriceCents + 9_200 },
    { fromQuantity: 8, unitPriceCents },
  ],
  ...more,
});

/** What a line asks for. */
export const demandOf = (quantity: number, separatePriceCents: number | null): DemandLineInput => ({
  ...{ what: 'Bankje', quantity, specification: 'Met rugleuning', neededBy: '2026-06-01', budgetCents: null },
  ...{ separatePriceCents, separatePriceSource: separatePriceCents === null ? '' : 'Prijslijst van 2 maart' },
});

/** What people do with a purchase, over HTTP. */
export class PurchaseCalls {
  constructor(private readonly app: TestApp) {}

  start(as: As, collaborationId: string, more: Partial<PurchaseInput> = {}, headers = {}): Promise<PurchaseAnswer> {
    const body = {
      collaborationId,
      what: 'bankjes',
      unit: 'bankje',
      kind: 'goods_services',
      shareKey: 'quantity',
      ...more,
    };
    return this.app.request('POST', '/api/v1/purchases', { as, body, headers });
  }

  list(as: As, query = ''): Promise<TestResponse<Page<PurchaseSummary> & ProblemBody>> {
    return this.app.request('GET', `/api/v1/purchases${query}`, { as });
  }

  get(as: As, id: string): Promise<PurchaseAnswer> {
    return this.app.request('GET', `/api/v1/purchases/${id}`, { as });
  }

  /** As somebody sees it; fails when they do not. */
  async see(as: As, id: string): Promise<PurchaseView> {
    const { status, body } = await this.get(as, id);
    if (status !== 200) throw new Error(`Reading answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  post(as: As, { id, version }: Seen, action: string, body?: object): Promise<PurchaseAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('POST', `/api/v1/purchases/${id}/${action}`, { as, headers, ...(body && { body }) });
  }

  put(as: As, { id, version }: Seen, part: string, body: object): Promise<PurchaseAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('PUT', `/api/v1/purchases/${id}/${part}`, { as, headers, body });
  }

  /** Does something with it as it is now, and answers what it is then; fails when that is refused. */
  async does(as: As, id: string, action: string, body?: object): Promise<PurchaseView> {
    const seen = await this.see(as, id);
    const isPut = /buyer|coordination|advice|delivery-plan|evaluation|^$/.test(action);
    const answer = isPut ? await this.put(as, seen, action, body ?? {}) : await this.post(as, seen, action, body);
    if (answer.status !== 200) throw new Error(`${action} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  addLine(as: As, id: string, body: object, headers = {}): Promise<PurchaseAnswer> {
    return this.app.request('POST', `/api/v1/purchases/${id}/lines`, {
      as,
      body: { proposalId: null, ...body },
      headers,
    });
  }

  changeLine(as: As, line: Seen, body: object | null): Promise<PurchaseAnswer> {
    const headers = { 'if-match': `"${line.version}"` };
    return this.app.request(body ? 'PUT' : 'DELETE', `/api/v1/demand-lines/${line.id}`, {
      as,
      headers,
      ...(body && { body }),
    });
  }

  addQuote(as: As, id: string, body: object, headers = {}): Promise<TestResponse<QuoteReceipt & ProblemBody>> {
    return this.app.request('POST', `/api/v1/purchases/${id}/quotes`, { as, body, headers });
  }

  withdraw(as: As, quoteId: string): Promise<TestResponse<ProblemBody>> {
    return this.app.request('POST', `/api/v1/quotes/${quoteId}/withdraw`, { as });
  }

  assess(as: As, quoteId: string, version: number, body: object): Promise<PurchaseAnswer> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('PUT', `/api/v1/quotes/${quoteId}/assessment`, { as, headers, body });
  }
}
