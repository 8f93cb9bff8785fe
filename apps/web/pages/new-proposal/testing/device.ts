import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PersonView } from '@kernagenda/identity/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { NewProposalPage } from '../new-proposal-page';

const villages = ['Tricht', 'Beesd'].map((name) => ({ id: `id-${name}`, slug: name.toLowerCase(), name }));
const person = (id: string, homeVillageId = 'id-Tricht'): PersonView => ({
  id,
  displayName: id,
  email: `${id}@voorbeeld.test`,
  homeVillageId,
  homeVillageFixedUntil: null,
  roles: [],
});
export const anna = person('anna');
export const bram = person('bram');

const problem = (status: number, code: string): Response => json({ status, code }, status);

type Stored = ProposalView & { readonly authorId: string };

/** The API as drafts see it; a real one would need a database. It keeps what a reload of the page forgets. */
class Municipality {
  person: PersonView | null = null;
  proposals: Stored[] = [];
  calls: string[] = [];
  isLosingAnswers = false;
  /** Until when the villages are on their way. */
  villagesCome: Promise<unknown> = Promise.resolve();

  forgetEverything(): void {
    this.person = null;
    this.proposals = [];
    this.calls = [];
    this.isLosingAnswers = false;
    this.villagesCome = Promise.resolve();
  }

  /** Has a draft, or has it from now on with this change. */
  has(change: Partial<ProposalView> & { readonly id: string }, authorId = 'anna'): void {
    const [tricht] = villages;
    const before = this.proposals.find(({ id }) => id === change.id);
    const blank = {
      title: '',
      body: '',
      place: '',
      theme: 'other',
      kind: null,
      photos: [],
      village: tricht,
      version: 1,
    };
    const view = { ...blank, moderationState: 'draft', allowedActions: ['submit', 'edit', 'delete'], authorId };
    const next = { ...view, ...before, ...change } as Stored;
    this.proposals = [...this.proposals.filter(({ id }) => id !== change.id), next];
  }

  submitted(id: string): void {
    this.has({ id, moderationState: 'submitted', allowedActions: ['recall'], version: this.versionOf(id) + 1 });
  }

  text(id: string): string {
    const { title, body } = this.proposals.find((one) => one.id === id) ?? { title: '', body: '' };
    return [title, body].filter(Boolean).join(' | ');
  }

  answer = async (path: string, init: RequestInit): Promise<Response> => {
    const route = path.replace('/api/v1', '').split('?', 1)[0] ?? '';
    const call = `${init.method} ${route}`;
    if (route === '/me') return json({ demo: false, person: this.person });
    if (route === '/villages') {
      await this.villagesCome;
      return json({ items: villages, nextCursor: null });
    }
    if (route === '/municipality') return json({ name: 'West Betuwe', readWithinDays: 5 });
    if (route === '/matching/similar') return json({ inVillage: [], elsewhere: [] });
    if (init.method !== 'GET') this.calls.push(call);
    const answer = this.proposal(call, route, init);
    if (this.isLosingAnswers && init.method !== 'GET') throw new TypeError('the line went dead');
    return answer;
  };

  private proposal(call: string, route: string, init: RequestInit): Response {
    const headers = init.headers as Record<string, string> | undefined;
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : {}) as Partial<ProposalView> & {
      readonly villageId?: string;
    };
    if (call === 'POST /proposals') {
      if (!this.person) return problem(401, 'sign_in_required');
      if (this.person.homeVillageId !== body.villageId) return problem(409, 'home_village_required');
      const village = villages.find(({ id }) => id === body.villageId);
      const id = headers?.['idempotency-key'] ?? '';
      this.has({ ...body, id, ...(village ? { village } : {}) }, this.person.id);
    }
    const id = route === '/proposals' ? (headers?.['idempotency-key'] ?? '') : (route.split('/')[2] ?? '');
    const found = this.proposals.find((one) => one.id === id && one.authorId === this.person?.id);
    if (!found)
      return this.person || init.method === 'GET' ? problem(404, 'not_found') : problem(401, 'sign_in_required');
    if (init.method === 'GET' || route === '/proposals') return json(found);
    if (found.moderationState !== 'draft') return problem(409, 'wrong_state');
    if (route.endsWith('/submit')) this.submitted(id);
    else if (headers?.['if-match'] !== `"${found.version}"`) return problem(412, 'stale_version');
    else this.has({ ...body, id, version: found.version + 1 });
    return json(this.proposals.find((one) => one.id === id));
  }

  private versionOf(id: string): number {
    return this.proposals.find((one) => one.id === id)?.version ?? 0;
  }
}

/** A browser at the page of a new proposal, before a municipality of its own; every test begins with neither knowing anything. */
export function aDevice() {
  const api = new Municipality();
  let harness: RouterTestingHarness;

  const fakeTimers = (): typeof jest =>
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'Date', 'performance'] });
  // The first page of all compiles the templates, which is no part of any test.
  beforeAll(async () => {
    fakeTimers();
    await open();
  });
  beforeEach(() => {
    fakeTimers();
    localStorage.clear();
    api.forgetEverything();
  });
  afterEach(() => jest.useRealTimers());

  /** A page that is opened anew, as after a reload: what stays is this device and the municipality. */
  async function open(query = '?kern=tricht', as?: PersonView | null): Promise<void> {
    if (as !== undefined) api.person = as;
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'voorstel/nieuw', component: NewProposalPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: api.answer },
      ],
    });
    harness = await RouterTestingHarness.create();
    await go(`/voorstel/nieuw${query}`);
  }
  async function go(path: string): Promise<void> {
    const going = TestBed.inject(Router).navigateByUrl(path);
    await settle();
    await going;
  }
  async function settle(): Promise<void> {
    for (let round = 0; round < 8; round += 1) {
      await jest.advanceTimersByTimeAsync(1);
      harness.fixture.detectChanges();
    }
  }
  const pause = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(1600);
    await settle();
  };
  const page = (): HTMLElement => harness.fixture.nativeElement as HTMLElement;
  const words = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const title = (): string => words(page().querySelector('h1'));
  const field = (id: string): HTMLInputElement => {
    const found = page().querySelector<HTMLInputElement>(`#${id}`);
    if (!found) throw new Error(`There is no field "${id}".`);
    return found;
  };
  const wish = (): string => field('what').value;
  const type = async (value: string, id = 'what'): Promise<void> => {
    field(id).value = value;
    field(id).dispatchEvent(new Event('input', { bubbles: true }));
    field(id).dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const press = async (name: string): Promise<void> => {
    const found = [...page().querySelectorAll('button')].find((one) => words(one).startsWith(name));
    if (!found) throw new Error(`There is no button "${name}" in: ${words(page())}`);
    found.click();
    await settle();
  };
  const alert = (): string => words(page().querySelector('ka-draft-notices [role=alert]'));
  const others = (): string => words(page().querySelector('section[aria-labelledby=others]'));
  const review = (): Promise<void> => press('Verder naar controleren');
  return { api, open, go, settle, pause, page, words, title, field, wish, type, press, alert, others, review };
}
