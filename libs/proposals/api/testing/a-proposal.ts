import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProposalInput, ProposalView } from '@kernagenda/proposals/domain';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { aPhoto, changePhoto, sendPhoto } from './a-photo';

type Step = (app: TestApp, proposal: ProposalView) => Promise<void>;

/** A statement of reasons as a broker writes it. */
export const reasons = {
  sentence: 'Er moet een hek om de tuin van nummer 4.',
  rule: 'personal_data',
  wouldBeAccepted: 'Dezelfde wens zonder het huisnummer.',
};

/**
 * Builds a proposal by performing the actions that lead to its state:
 * `await aProposal(app).in(tricht).by(resident).submitted().save()`.
 */
export class ProposalBuilder {
  private village: TestVillage | null = null;
  private author: TestPerson | null = null;
  private readonly steps: Step[] = [];
  private text: Omit<ProposalInput, 'villageId'> = {
    title: 'Een bankje aan de Linge',
    body: 'Wie hier wandelt wil even zitten.',
    place: 'Bij de steiger',
    theme: 'green',
    kind: 'good',
  };

  constructor(private readonly app: TestApp) {}

  in(village: TestVillage): this {
    this.village = village;
    return this;
  }

  by(author: TestPerson): this {
    this.author = author;
    return this;
  }

  with(text: Partial<Omit<ProposalInput, 'villageId'>>): this {
    this.text = { ...this.text, ...text };
    return this;
  }

  /** With a photo and the words about it. */
  withPhoto(): this {
    this.steps.push(async (app, { id }) => {
      const { status, body } = await sendPhoto(app, this.author, id, await aPhoto());
      if (status !== 201) throw new Error(`The photo answered ${status}: ${JSON.stringify(body)}`);
      await changePhoto(app, this.author, body.id, { description: 'De steiger zonder bank' });
    });
    return this;
  }

  submitted(): this {
    return this.then(this.author, 'submit');
  }

  approvedBy(broker: TestPerson): this {
    return this.submitted().then(broker, 'approve');
  }

  sentBackBy(broker: TestPerson): this {
    return this.submitted().then(broker, 'request-changes', reasons);
  }

  refusedBy(broker: TestPerson): this {
    return this.submitted().then(broker, 'refuse', reasons);
  }

  hiddenBy(broker: TestPerson): this {
    return this.approvedBy(broker).then(broker, 'hide', reasons);
  }

  /** Performs one more action by its address, with the version the person sees. */
  then(person: TestPerson | null, action: string, body?: object): this {
    this.steps.push(async (app, { id }) => {
      const as = person ?? this.author;
      const { version } = await see(app, id, as);
      const headers = { 'if-match': `"${version}"` };
      const path = `/api/v1/proposals/${id}/${action}`;
      const { status, body: answer } = await app.request('POST', path, { as, headers, ...(body && { body }) });
      if (status >= 300) throw new Error(`${action} answered ${status}: ${JSON.stringify(answer)}`);
    });
    return this;
  }

  /** The proposal as its author sees it now. */
  async save(): Promise<ProposalView> {
    if (!this.village || !this.author) throw new Error('A proposal needs .in(village) and .by(author)');
    const { status, body } = await this.app.request<ProposalView>('POST', '/api/v1/proposals', {
      as: this.author,
      body: { ...this.text, villageId: this.village.id },
    });
    if (status !== 201) throw new Error(`Creating answered ${status}: ${JSON.stringify(body)}`);
    for (const step of this.steps) await step(this.app, body);
    return see(this.app, body.id, this.author);
  }
}

export const aProposal = (app: TestApp): ProposalBuilder => new ProposalBuilder(app);

/** The proposal as somebody sees it; fails when they do not. */
export async function see(app: TestApp, id: string, as: TestPerson | null): Promise<ProposalView> {
  const { status, body } = await app.request<ProposalView>('GET', `/api/v1/proposals/${id}`, { as });
  if (status !== 200) throw new Error(`Reading answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Performs an action and answers what came back. */
export async function perform<Body = Record<string, never>>(
  app: TestApp,
  as: TestPerson | null,
  action: string,
  { id, version }: { readonly id: string; readonly version: number },
  body?: object,
): Promise<TestResponse<Body>> {
  const headers = { 'if-match': `"${version}"` };
  return app.request<Body>('POST', `/api/v1/proposals/${id}/${action}`, { as, headers, ...(body && { body }) });
}
