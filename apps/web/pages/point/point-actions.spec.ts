import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET, Notices } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { PointPage } from './point-page';

const tricht = { id: 'v1', slug: 'tricht', name: 'Tricht' };
const view = (change: Partial<ProposalView> = {}): ProposalView => ({
  id: 'p1',
  title: 'Bankje bij de steiger',
  body: 'Een plek om te rusten. Bel Jan.',
  place: '',
  theme: 'meeting',
  kind: 'works',
  village: tricht,
  alsoVillages: [],
  moderationState: 'approved',
  agendaState: 'exploring',
  actingParty: 'broker',
  statusAt: '2026-03-02T12:00:00Z',
  plan: null,
  reportedYear: null,
  sourceUrl: null,
  support: { fromVillage: 3, fromElsewhere: 0 },
  createdAt: '2026-01-01T12:00:00Z',
  approvedAt: '2026-01-02T12:00:00Z',
  version: 4,
  enteredFrom: null,
  author: 'Sanne',
  isMine: false,
  isSupportedByMe: false,
  supportPerVillage: [],
  note: { reason: null, alternative: null, reviewOn: null, evidence: null },
  photos: [],
  mergedInto: null,
  timeline: [],
  versionCount: 1,
  allowedActions: [],
  ...change,
});
interface Sent {
  readonly call: string;
  readonly body?: unknown;
  readonly version?: string;
}

describe('what can be done on the page of a point', () => {
  let point: ProposalView;
  let after: Partial<ProposalView>;
  let others: ProposalView[];
  let sent: Sent[];
  let failure: { readonly status: number; readonly code: string } | 'offline' | null;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    point = view();
    after = { allowedActions: [] };
    others = [];
    sent = [];
    failure = null;
    sessionStorage.clear();
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'voorstellen/:id', component: PointPage },
            { path: 'mijn', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T23:30:00Z') } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });

  // The API as this page sees it; a real one would need a database.
  async function answer(path: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    if (init.method !== 'GET') {
      const version = (init.headers as Record<string, string> | undefined)?.['if-match'];
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      sent.push({
        call: `${init.method} ${pathname.replace('/api/v1', '')}`,
        ...(body === undefined ? {} : { body }),
        ...(version ? { version } : {}),
      });
      if (failure === 'offline') throw new TypeError('no network');
      if (failure) return json(failure, failure.status);
      point = { ...point, ...after };
      return json(point);
    }
    if (failure === 'offline') throw new TypeError('no network');
    if (pathname.endsWith('/me')) return json({ demo: false, person: null });
    if (/\/(similar|comments|versions|text-blocks)$/.test(pathname)) return json({ items: [], nextCursor: null });
    if (pathname.endsWith('/adoptions')) return json({ origin: null, journey: [], mineId: null, adoptFor: null });
    if (pathname.endsWith('/promises')) {
      const nobody = { allowedActions: [], options: { teams: [], isBroker: false } };
      return json({
        story: null,
        answers: [],
        feasibility: [],
        commitments: [],
        updates: [],
        milestones: [],
        ...nobody,
      });
    }
    if (pathname.endsWith('/statement')) return json({ code: 'not_found', status: 404 }, 404);
    if (pathname.endsWith('/proposals')) {
      const isFirst = !searchParams.has('cursor');
      return json({ items: isFirst ? others.slice(0, 2) : others.slice(2), nextCursor: isFirst ? 'more' : null });
    }
    return json(point);
  }

  async function open(allowedActions: ProposalView['allowedActions'], change: Partial<ProposalView> = {}) {
    point = view({ ...change, allowedActions });
    harness = await RouterTestingHarness.create('/voorstellen/p1');
    await settle();
  }
  // A page that loads several things one after the other needs as many rounds.
  async function settle(): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  }
  const page = (): HTMLElement => harness.routeNativeElement ?? document.createElement('main');
  const words = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const buttons = (within: ParentNode = page()): HTMLButtonElement[] => [...within.querySelectorAll('button')];
  const form = (): HTMLFormElement => {
    const found = page().querySelector('form');
    if (!found) throw new Error('There is no form.');
    return found;
  };
  const button = (name: string, within: ParentNode = page()): HTMLButtonElement => {
    const found = buttons(within).find((one) => words(one) === name);
    if (!found) throw new Error(`There is no button "${name}".`);
    return found;
  };
  const press = async (name: string, within?: ParentNode): Promise<void> => {
    button(name, within).click();
    await settle();
  };
  const field = (label: string): HTMLInputElement => {
    const found = [...page().querySelectorAll('label')].find((one) => words(one) === label);
    const control = found?.htmlFor ? page().querySelector<HTMLInputElement>(`#${found.htmlFor}`) : null;
    if (!control) throw new Error(`There is no field "${label}".`);
    return control;
  };
  const fill = async (label: string, value: string): Promise<void> => {
    const control = field(label);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const described = (label: string): string =>
    (field(label).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => words(page().querySelector(`#${id}`)))
      .join(' ');
  const alert = (): string => words(page().querySelector('[role=alert]'));
  const summary = (): string[] => [...page().querySelectorAll('[role=group] a')].map(words);
  const notice = (): string => TestBed.inject(Notices).current()?.message ?? '';

  it('asks a visitor, who may do nothing here, nothing', async () => {
    await open([]);
    expect(words(page())).not.toContain('Wat wilt u doen?');
  });

  it('shows a button for every action that is allowed, and no other; what takes away comes last', async () => {
    await open(['edit', 'support', 'hold', 'mark_not_feasible', 'merge', 'hide', 'put_on_agenda']);
    expect(words(page().querySelector('h2'))).toBe('Wat wilt u doen?');
    const section = page().querySelector('section[aria-labelledby=acts]') ?? page();
    expect(buttons(section).map(words)).toEqual([
      'Zet op de agenda',
      'Zet in de wacht',
      'Voeg samen',
      'Dit kan niet doorgaan',
      'Verberg',
    ]);
  });

  it('puts a point on hold with a reason and a day, and tells what happened', async () => {
    await open(['hold']);
    after = { allowedActions: ['resume'], agendaState: 'on_hold' };
    await press('Zet in de wacht');
    expect(button('Zet in de wacht').getAttribute('aria-expanded')).toBe('true');
    expect(words(document.activeElement)).toBe('Zet dit punt in de wacht');
    await fill('Waarom?', '  De brug wordt eerst gemaakt. ');
    await fill('Wanneer kijkt u opnieuw?', '2026-06-01');
    await press('Zet in de wacht', form());
    expect(sent).toEqual([
      { call: 'POST /proposals/p1/hold', body: { reason: 'De brug wordt eerst gemaakt.', reviewOn: '2026-06-01' } },
    ]);
    expect(notice()).toBe('Dit punt staat in de wacht.');
    expect(page().querySelector('form')).toBeNull();
    expect(buttons().map(words)).toContain('Pak weer op');
    expect(document.activeElement).toBe(page().querySelector('h1'));
  });

  it('says what is missing above each field and at once, with the focus there', async () => {
    await open(['hold']);
    await press('Zet in de wacht');
    await fill('Wanneer kijkt u opnieuw?', '2026-03-10');
    await press('Zet in de wacht', form());
    expect(sent).toEqual([]);
    expect(summary()).toEqual([
      'Schrijf waarom, in ten minste 10 tekens.',
      'Kies de dag waarop u opnieuw kijkt. Die dag komt na vandaag.',
    ]);
    expect(document.activeElement?.getAttribute('role')).toBe('group');
    expect(field('Waarom?').getAttribute('aria-invalid')).toBe('true');
    expect(described('Waarom?')).toContain('Schrijf waarom, in ten minste 10 tekens.');
    expect(described('Waarom?')).toContain('Er is plaats voor 2000 tekens.');
    // In Amsterdam it is past midnight already.
    expect(field('Wanneer kijkt u opnieuw?').min).toBe('2026-03-11');
  });

  it('asks what can be done when a point is not feasible', async () => {
    await open(['mark_not_feasible']);
    await press('Dit kan niet doorgaan');
    await fill('Waarom?', 'De dijk is daar te smal.');
    await press('Sla op dat dit niet kan');
    expect(summary()).toEqual(['Schrijf wat er wel kan, in ten minste 10 tekens.']);
    await fill('Wat kan er wel?', 'x'.repeat(2001));
    await press('Sla op dat dit niet kan');
    expect(summary()).toEqual(['Maak wat er wel kan korter dan 2000 tekens.']);
    await fill('Wat kan er wel?', 'Een bankje bij de kerk.');
    await press('Sla op dat dit niet kan');
    expect(sent).toEqual([
      {
        call: 'POST /proposals/p1/mark-not-feasible',
        body: { reason: 'De dijk is daar te smal.', alternative: 'Een bankje bij de kerk.' },
      },
    ]);
  });

  it('merges into another open point of the same village, from every page of the list', async () => {
    others = [
      view(),
      view({ id: 'p2', title: 'Zitplek aan het water' }),
      view({ id: 'p3', title: 'Bank', agendaState: 'done' }),
      view({ id: 'p4', title: 'Bank in Deil', village: { id: 'v2', slug: 'deil', name: 'Deil' } }),
      view({ id: 'p5', title: 'Bank aan de dijk' }),
    ];
    await open(['merge']);
    await press('Voeg samen');
    const choices = [...field('Met welk punt?').querySelectorAll('option')].map(words);
    expect(choices).toEqual(['Kies een punt', 'Bank aan de dijk', 'Zitplek aan het water']);
    await press('Voeg de punten samen');
    expect(summary()).toEqual(['Kies het punt waarin dit verder gaat.']);
    await fill('Met welk punt?', 'p2');
    await press('Voeg de punten samen');
    expect(sent).toEqual([{ call: 'POST /proposals/p1/merge', body: { targetId: 'p2' } }]);
    expect(notice()).toBe('De punten zijn samengevoegd.');
  });

  it('says so when there is no other open point to merge into', async () => {
    await open(['merge']);
    await press('Voeg samen');
    expect(words(form())).toContain('Er is nu geen ander open punt in Tricht.');
    expect(buttons(form()).map(words)).toEqual(['Toch niet']);
  });

  it('hides a point as it was read, with a statement of reasons', async () => {
    await open(['hide']);
    after = { allowedActions: ['show_again'], moderationState: 'hidden' };
    await press('Verberg');
    expect(words(document.activeElement)).toBe('Waarom verbergt u dit punt?');
    await press('‘Bel Jan.’');
    await fill('Om welke regel gaat het?', 'personal_data');
    await fill('Wat kan er wel?', 'Haal de naam van Jan weg.');
    await press('Verberg met uitleg');
    const body = { sentence: 'Bel Jan.', rule: 'personal_data', wouldBeAccepted: 'Haal de naam van Jan weg.' };
    expect(sent).toEqual([{ call: 'POST /proposals/p1/hide', body, version: '"4"' }]);
    expect(notice()).toBe('Dit punt is verborgen. De indiener leest waarom.');
    expect(buttons().map(words)).toContain('Maak weer zichtbaar');
  });

  it.each([['show_again', 'hidden', 'Maak weer zichtbaar', 'Dit punt is weer zichtbaar voor iedereen.']] as const)(
    'does %s with one click on the text as it was read',
    async (action, moderationState, name, message) => {
      await open([action], { moderationState });
      await press(name);
      expect(sent).toEqual([{ call: `POST /proposals/p1/${action.replace('_', '-')}`, version: '"4"' }]);
      expect(notice()).toBe(message);
    },
  );

  it('puts a refusal back on the desk with a reason, for the text as it was read', async () => {
    await open(['reconsider'], { moderationState: 'refused' });
    after = { allowedActions: [], moderationState: 'submitted' };
    await press('Zet terug op de werkplek');
    expect(words(document.activeElement)).toBe('Lees dit voorstel opnieuw');
    await press('Zet terug op de werkplek', form());
    expect(summary()).toEqual(['Schrijf waarom, in ten minste 10 tekens.']);
    await fill('Waarom?', ' Het huisnummer staat er niet in. ');
    await press('Zet terug op de werkplek', form());
    const body = { reason: 'Het huisnummer staat er niet in.' };
    expect(sent).toEqual([{ call: 'POST /proposals/p1/reconsider', body, version: '"4"' }]);
    expect(notice()).toBe('Dit voorstel ligt weer op de werkplek.');
  });

  it('leaves a refusal to its author while the text is being changed', async () => {
    await open(['reconsider'], { moderationState: 'refused' });
    await press('Zet terug op de werkplek');
    await fill('Waarom?', 'Het huisnummer staat er niet in.');
    failure = { status: 409, code: 'edited_since_decision' };
    point = { ...point, allowedActions: [] };
    await press('Zet terug op de werkplek', form());
    expect(alert()).toContain('De indiener past de tekst aan.');
    expect(field('Waarom?').value).toBe('Het huisnummer staat er niet in.');
  });

  it('deletes an own draft, also what this device keeps of it, and leads to the own points', async () => {
    const kept = ['p1', 'p2'].map((id) => ({ id, title: 'Bankje', server: { id, version: 4 }, isDirty: true }));
    localStorage.setItem('ka-drafts', JSON.stringify(kept));
    await open(['submit', 'edit', 'delete'], { moderationState: 'draft', isMine: true });
    await press('Verwijder dit concept');
    expect(sent).toEqual([]);
    await press('Verwijder voorgoed');
    expect(sent).toEqual([{ call: 'DELETE /proposals/p1' }]);
    expect(TestBed.inject(Router).url).toBe('/mijn');
    expect(notice()).toBe('Uw concept is verwijderd.');
    expect(JSON.parse(localStorage.getItem('ka-drafts') ?? '')).toMatchObject([{ id: 'p2' }]);
  });

  it('withdraws an own point only after saying that this is for good', async () => {
    await open(['withdraw'], { isMine: true });
    await press('Trek in');
    expect(words(document.activeElement)).toBe('Trekt u dit punt in?');
    expect(words(form())).toContain('U kunt dit niet terugdraaien.');
    expect(sent).toEqual([]);
    await press('Trek dit punt in');
    expect(sent).toEqual([{ call: 'POST /proposals/p1/withdraw' }]);
    expect(notice()).toBe('Uw punt is ingetrokken.');
  });

  it('says why a call failed and keeps the words and the page', async () => {
    await open(['hold']);
    await press('Zet in de wacht');
    await fill('Waarom?', 'De brug wordt eerst gemaakt.');
    await fill('Wanneer kijkt u opnieuw?', '2026-06-01');
    failure = 'offline';
    await press('Zet in de wacht', form());
    expect(alert()).toBe('Er is geen verbinding. Er is niets veranderd; probeer het zo opnieuw.');
    expect(field('Waarom?').value).toBe('De brug wordt eerst gemaakt.');
    failure = null;
    await press('Zet in de wacht', form());
    expect(sent).toHaveLength(2);
    expect(notice()).toBe('Dit punt staat in de wacht.');
  });

  it('keeps the words when somebody else was first and the action is gone', async () => {
    await open(['hold']);
    await press('Zet in de wacht');
    await fill('Waarom?', 'De brug wordt eerst gemaakt.');
    await fill('Wanneer kijkt u opnieuw?', '2026-06-01');
    failure = { status: 409, code: 'wrong_state' };
    point = { ...point, allowedActions: [] };
    await press('Zet in de wacht', form());
    expect(alert()).toContain('Dit kan nu niet meer.');
    expect(field('Waarom?').value).toBe('De brug wordt eerst gemaakt.');
  });

  it('closes with Escape or "Toch niet", back on its button, and keeps the words for later', async () => {
    await open(['hold', 'merge']);
    await press('Zet in de wacht');
    await fill('Waarom?', 'De brug wordt');
    field('Waarom?').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(page().querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(button('Zet in de wacht'));
    await press('Voeg samen');
    await press('Toch niet');
    expect(document.activeElement).toBe(button('Voeg samen'));
    await press('Zet in de wacht');
    expect(field('Waarom?').value).toBe('De brug wordt');
  });
});
