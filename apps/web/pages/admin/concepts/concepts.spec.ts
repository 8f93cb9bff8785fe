import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ConceptView, LexiconPreviewView, UnrecognisedPoint } from '@kernagenda/matching/domain/concepts';
import { API_TRANSPORT, type ApiTransport, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { ConceptPage } from './concept-page';
import { ConceptsPage } from './concepts-page';

const village = { id: 'v', slug: 'tricht', name: 'Tricht' };
const pointId = '00000000-0000-4000-8000-000000000001';
const point: UnrecognisedPoint = {
  ...{ proposalId: pointId, title: 'Een pumptrack bij de dijk', village },
  ...{ theme: 'play_sport', kind: 'works', words: ['pumptrack', 'dijk'] },
};
const concept: ConceptView = {
  ...{ id: 'own-pumptrack', label: 'pumptrack', theme: 'play_sport', kind: 'works', purchase: null, unit: 'piece' },
  ...{ terms: ['pumptrack', 'pompbaan'], ambiguous: [], unless: [], context: '', origin: 'own', version: 7 },
  ...{ near: [{ id: 'skate-park', label: 'skatebaan' }], related: [] },
};
const nothing: LexiconPreviewView = {
  ...{ pointCount: 0, points: [], flags: [] },
  flagCounts: { appears: 0, grows: 0, shrinks: 0, goes: 0 },
};
const something: LexiconPreviewView = {
  pointCount: 3,
  points: [{ proposalId: pointId, title: point.title, village, before: [], after: ['pumptrack'] }],
  flagCounts: { appears: 1, grows: 0, shrinks: 0, goes: 2 },
  flags: [{ change: 'appears', label: 'Pumptrack', joined: [point], left: [] }],
};

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

let sent: Sent[];
let answers: Readonly<Record<string, () => Response>>;
beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  answers = {};
});
afterEach(() => jest.useRealTimers());

async function open(path: string) {
  const transport: ApiTransport = (at, { method, body }) => {
    const asked = `${method} ${at.replace('/api/v1/lexicon', '')}`;
    sent.push({
      method: method ?? '',
      path: at,
      body: typeof body === 'string' ? (JSON.parse(body) as Sent['body']) : {},
    });
    const answer = answers[asked];
    return Promise.resolve(answer ? answer() : json({ items: [], nextCursor: null }));
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'beheer/begrippen', component: ConceptsPage },
          { path: 'beheer/begrippen/nieuw', component: ConceptPage },
          { path: 'beheer/begrippen/:id', component: ConceptPage },
        ],
        withComponentInputBinding(),
      ),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  const settle = (): Promise<unknown> => harness.fixture.whenStable();
  await settle();
  const page = harness.fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const type = async (id: string, value: string): Promise<void> => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`There is no field ${id}.`);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await settle();
  };
  const press = async (name: string): Promise<void> => {
    const button = [...page.querySelectorAll('button')].find(({ textContent }) => plain(textContent) === name);
    if (!button) throw new Error(`There is no button ${name}.`);
    button.click();
    await settle();
  };
  const submit = async (): Promise<void> => {
    page.querySelector('form.ka-concept')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const value = (id: string): string => page.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  const told = (): string => plain(page.querySelector('.ka-concept__told')?.textContent);
  return { page, settle, type, press, submit, value, told };
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const writes = (): readonly Sent[] => sent.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/preview'));
const errorsOf = (page: HTMLElement): string[] =>
  [...page.querySelectorAll('.ka-errors a')].map(({ textContent }) => plain(textContent));

describe('the page of concepts', () => {
  it('shows the points without a concept, each with a way to make one', async () => {
    answers = { 'GET /unrecognised': () => json({ items: [point], nextCursor: null }) };
    const { page } = await open('/beheer/begrippen');
    const links = [...page.querySelectorAll<HTMLAnchorElement>('section a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([`/voorstellen/${pointId}`, `/beheer/begrippen/nieuw?punt=${pointId}`]);
  });

  it('looks for what stands in the address, and says what was changed here', async () => {
    const { id, label, theme, origin } = concept;
    const line = { id, label, theme, origin, termCount: 2 };
    answers = { 'GET ?search=pump': () => json({ items: [line], nextCursor: null }) };
    const { page } = await open('/beheer/begrippen?zoek=pump');
    const parts = page.querySelectorAll('[aria-labelledby="all-concepts"] li :is(a, span, b)');
    const words = ['pumptrack', 'Spelen en sport', '2 woorden', 'Van onze gemeente'];
    expect([...parts].map(({ textContent }) => plain(textContent))).toEqual(words);
  });
});

describe('a new concept', () => {
  it('begins with what the point says, and sends it once with a key', async () => {
    answers = {
      [`GET /unrecognised?point=${pointId}`]: () => json({ items: [point], nextCursor: null }),
      'POST ': () => json(concept, 201),
    };
    const { type, value, submit } = await open(`/beheer/begrippen/nieuw?punt=${pointId}`);
    expect([value('concept-label'), value('concept-terms')]).toEqual(['een pumptrack bij de dijk', 'pumptrack\ndijk']);
    await type('concept-label', ' pumptrack ');
    await type('concept-terms', 'pumptrack\n\npompbaan');
    await submit();
    expect(writes()).toMatchObject([
      {
        method: 'POST',
        body: { label: 'pumptrack', theme: 'play_sport', kind: 'works', terms: ['pumptrack', 'pompbaan'] },
      },
    ]);
    expect(sessionStorage.getItem('beheer begrippen')).toBe('{}');
  });

  it('says what an empty form lacks, and sends nothing', async () => {
    const { page, submit } = await open('/beheer/begrippen/nieuw');
    await submit();
    expect(errorsOf(page)).toHaveLength(4);
    expect(writes()).toEqual([]);
  });

  it('keeps what was typed through a reload, for each point apart', async () => {
    const first = await open('/beheer/begrippen/nieuw');
    await first.type('concept-label', 'kabelbaan');
    TestBed.resetTestingModule();
    const again = await open('/beheer/begrippen/nieuw');
    expect(again.value('concept-label')).toBe('kabelbaan');
    TestBed.resetTestingModule();
    answers = { [`GET /unrecognised?point=${pointId}`]: () => json({ items: [point], nextCursor: null }) };
    const other = await open(`/beheer/begrippen/nieuw?punt=${pointId}`);
    expect(other.value('concept-label')).toBe('een pumptrack bij de dijk');
  });
});

describe('a concept that exists', () => {
  beforeEach(() => {
    answers = { 'GET /own-pumptrack': () => json(concept) };
  });

  it('is changed on the version that was read', async () => {
    answers = { ...answers, 'PUT /own-pumptrack': () => json({ ...concept, version: 8 }) };
    const { type, submit } = await open('/beheer/begrippen/own-pumptrack');
    await type('concept-terms', 'pumptrack');
    await submit();
    expect(writes()).toMatchObject([{ method: 'PUT', body: { terms: ['pumptrack'], near: ['skate-park'] } }]);
  });

  it('shows what the API refuses at its field, and keeps what was typed', async () => {
    const problem = { code: 'invalid_input', errors: [{ pointer: '/ambiguous', detail: 'no' }] };
    answers = { ...answers, 'PUT /own-pumptrack': () => json(problem, 400) };
    const { page, type, submit, value } = await open('/beheer/begrippen/own-pumptrack');
    await type('concept-ambiguous', 'bank');
    await submit();
    expect(errorsOf(page)).toEqual(['Zet elk van deze woorden ook in de lijst met woorden. Hoogstens 40.']);
    expect(value('concept-ambiguous')).toBe('bank');
  });

  it('is offered no kin it has already, and Enter in that field does not send the form', async () => {
    const found = [
      { id: 'skate-park', label: 'skatebaan' },
      { id: 'playground', label: 'speeltuin' },
      { id: 'own-pumptrack', label: 'pumptrack' },
    ];
    answers = { ...answers, 'GET ?search=baan': () => json({ items: found, nextCursor: null }) };
    const { page, settle, press } = await open('/beheer/begrippen/own-pumptrack');
    const field = page.querySelector<HTMLInputElement>('#concept-near input');
    if (field) field.value = 'baan';
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true });
    field?.dispatchEvent(enter);
    await settle();
    await settle();
    expect(enter.defaultPrevented).toBe(true);
    expect([...page.querySelectorAll('.ka-picker__found li > span')].map(({ textContent }) => textContent)).toEqual([
      'speeltuin',
    ]);
    await press('Voeg toe speeltuin');
    const chosen = [...page.querySelectorAll('#concept-near .ka-picker__chosen li > span')];
    expect(chosen.map(({ textContent }) => textContent)).toEqual(['skatebaan', 'speeltuin']);
    expect(document.activeElement).toBe(field);
  });
});

describe('the preview', () => {
  async function tried(answer: () => Response) {
    answers = { 'GET /own-pumptrack': () => json(concept), 'POST /preview': answer };
    const opened = await open('/beheer/begrippen/own-pumptrack');
    jest.useFakeTimers();
    const terms = opened.page.querySelector<HTMLTextAreaElement>('#concept-terms');
    if (terms) terms.value = 'pumptrack\npompbaan\nfietscross';
    terms?.dispatchEvent(new Event('input'));
    await jest.advanceTimersByTimeAsync(100);
    expect(opened.told()).toBe('Wij lezen de punten…');
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    await opened.settle();
    return opened;
  }

  it('waits until something is changed', async () => {
    answers = { 'GET /own-pumptrack': () => json(concept) };
    const { told } = await open('/beheer/begrippen/own-pumptrack');
    expect(told()).toBe('Verander iets. Dan ziet u hier wat dat in de punten en signalen doet.');
  });

  it('follows after a pause, with a sentence and the lists', async () => {
    const { page, told } = await tried(() => json(something));
    expect(told()).toBe('3 punten lezen anders, 1 signaal erbij, 2 signalen vervallen.');
    const lines = [...page.querySelectorAll('.ka-concept__changes p')].map(({ textContent }) => plain(textContent));
    expect(lines).toEqual([
      'Pumptrack Nieuw',
      'Erbij: Een pumptrack bij de dijk (Tricht)',
      'Een pumptrack bij de dijk Tricht',
      'Nu: geen begrip',
      'Straks: pumptrack',
    ]);
    expect(page.textContent).toContain('En nog 2.');
    expect(writes()).toEqual([]);
  });

  it('says when nothing would change', async () => {
    expect((await tried(() => json(nothing))).told()).toBe('Er verandert niets: geen punt leest anders.');
  });

  it('says when it cannot tell, and lets one save all the same', async () => {
    const { told, page } = await tried(() => json({ code: 'unavailable' }, 503));
    expect(told()).toContain('Bewaren kan wel.');
    expect(page.querySelector('button[type="submit"]')?.getAttribute('aria-disabled')).toBeNull();
  });
});
