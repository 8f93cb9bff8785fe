import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView, Role } from '@kernagenda/identity/domain';
import type { MatchFlagAction, MatchFlagState, MatchFlagView } from '@kernagenda/matching/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET, Notices } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { SignalsPage } from './signals-page';

const brokerActs: readonly MatchFlagAction[] = ['confirm', 'snooze', 'decline', 'correct_amount'];

const person = (...roles: Role[]) =>
  ({
    person: {
      id: 'me',
      displayName: 'Gebiedsmakelaar',
      roles: roles.map((role) => ({ role, scopeType: 'municipality', scopeId: 'm' })),
    },
  }) as unknown as MeView;

const village = (name: string) => ({ id: name, slug: name.toLowerCase(), name });
const flag = (id: string, change: Partial<MatchFlagView> = {}): MatchFlagView => ({
  id,
  label: `Label van ${id}`,
  state: 'suggested',
  suggestedAt: '2026-03-02T09:00:00Z',
  version: 4,
  theme: 'play_sport',
  benefit: 'buying',
  reasons: [{ term: 'speeltoestellen', words: ['schommel', 'glijbaan'] }],
  points: [
    {
      proposalId: `${id}-1`,
      title: 'Een schommel',
      body: 'Er is niets. Een schommel van € 1.500 is genoeg.',
      village: village('Tricht'),
      agendaState: 'wish',
      amount: { least: 1, most: 1, unit: 'schommel', cents: 150_000, isCorrected: false },
    },
    {
      proposalId: `${id}-2`,
      title: 'Speelplek',
      body: 'Twee of drie glijbanen.',
      village: village('Deil'),
      agendaState: 'done',
      amount: null,
    },
  ],
  total: { least: 1, most: 1, unit: 'schommel', cents: 150_000, isCorrected: false },
  snoozedUntil: null,
  isConfirmed: false,
  declined: null,
  introduced: null,
  sides: [],
  allowedActions: brokerActs,
  ...change,
});

describe('the match board', () => {
  let me: MeView;
  let flags: MatchFlagView[];
  let judged: { right: number; wrong: number };
  let asked: string[];
  let sent: { readonly call: string; readonly version: string; readonly body: unknown }[];
  let fails: string | null;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    me = person('broker');
    flags = [flag('a'), flag('b'), flag('c')];
    judged = { right: 0, wrong: 0 };
    asked = [];
    sent = [];
    fails = null;
    sessionStorage.clear();
    localStorage.clear();
    setUp();
  });
  afterEach(() => harness.fixture.nativeElement.remove());

  function setUp(): void {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'signalen', component: SignalsPage },
            { path: 'inloggen', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T07:52:00Z') } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  }

  // The API as this page sees it; a real one would need a database.
  async function answer(path: string, init: RequestInit): Promise<Response> {
    const address = path.replace('/api/v1', '');
    if (address === '/me') return json(me);
    if (address === '/villages/map') return json({ code: 'not_found', status: 404 }, 404);
    if (address === '/proposals/counts') return json({ total: {}, villages: [] });
    if (address.startsWith('/villages')) return json({ items: [village('Deil'), village('Tricht')], nextCursor: null });
    if (init.method === 'GET') {
      asked.push(address);
      const { pathname, searchParams } = new URL(address, 'http://board');
      if (pathname === '/match-flags') {
        const items = flags.filter(({ state }) => state === searchParams.get('state'));
        return json({ items, nextCursor: null, judged });
      }
      const found = flags.find(({ id }) => pathname.endsWith(`/${id}`));
      return found ? json(found) : json({ code: 'not_found', status: 404 }, 404);
    }
    const version = (init.headers as Record<string, string | undefined>)['if-match'] ?? '';
    sent.push({
      call: `${init.method} ${address}`,
      version,
      body: JSON.parse((init.body as string | undefined) ?? 'null'),
    });
    if (fails) return json({ code: fails, status: 409 }, 409);
    const [, id = '', action = ''] = /^\/match-flags\/(\w+)\/(\w+)/.exec(address) ?? [];
    const after = flags.find((one) => one.id === id) ?? flag(id);
    const states = new Map<string, MatchFlagState>([
      ['snooze', 'snoozed'],
      ['decline', 'declined'],
      ['wake', 'suggested'],
      ['reopen', 'suggested'],
    ]);
    const state = states.get(action) ?? after.state;
    const changed = { ...after, state, version: after.version + 1, isConfirmed: action === 'confirm' };
    flags = flags.map((one) => (one.id === id ? changed : one));
    return json(changed);
  }

  async function open(url = '/signalen'): Promise<void> {
    harness = await RouterTestingHarness.create(url);
    document.body.append(harness.fixture.nativeElement as HTMLElement);
    await settle();
  }
  // A page that loads several things one after the other needs as many rounds.
  async function settle(): Promise<void> {
    const fixture: ComponentFixture<unknown> = harness.fixture;
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  const page = (): HTMLElement => harness.routeNativeElement ?? document.createElement('main');
  const text = (selector: string): string =>
    page().querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const labels = (): string[] => [...page().querySelectorAll('.ka-q li a > b')].map(({ textContent }) => textContent);
  const click = async (words: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
    button?.click();
    await settle();
  };
  const press = async (key: string): Promise<void> => {
    const at = page().querySelector('.ka-q a[aria-current]') ?? page().querySelector('.ka-q a');
    at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
  };
  const fill = async (selector: string, value: string): Promise<void> => {
    const control = page().querySelector<HTMLInputElement>(selector);
    if (control) control.value = value;
    control?.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input'));
    await settle();
  };
  const undo = async (): Promise<void> => {
    TestBed.inject(Notices).undo();
    await settle();
  };

  it('is not for residents', async () => {
    me = person();
    await open();
    expect(text('h1')).toBe('Dit is het overzicht van gebiedsmakelaars');
    expect(asked).toEqual([]);
  });

  it('invites when there is no flag', async () => {
    flags = [];
    await open();
    expect(text('.ka-empty')).toContain('Geen signaal wacht op u');
  });

  it('shows of each flag the villages, why, and what it may bring; and of the first all its points', async () => {
    await open();
    expect(labels()).toEqual(['Label van a', 'Label van b', 'Label van c']);
    expect(text('.ka-q li')).toContain('Beide gaan over speeltoestellen (schommel, glijbaan).');
    expect(text('.ka-q li')).toContain('Tricht en Deil');
    expect(text('.ka-q li')).toContain('Samen kopen');
    expect(text('.ka-flag__facts')).toContain('1 × schommel, € 1.500 opgeteld uit de punten');
    const [first, second] = [...page().querySelectorAll('.ka-flag__points li')];
    expect(first?.textContent).toContain('Een schommel van € 1.500 is genoeg.');
    expect(first?.textContent).toContain('gelezen uit de tekst');
    expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      'schommel',
      'schommel',
    ]);
    expect(second?.textContent).toContain('Gedaan');
  });

  it('never shows a percentage, and says how many were right once people judged any', async () => {
    await open();
    expect(text('.ka-board__judged')).toBe('');
    expect(page().textContent).not.toContain('%');
    judged = { right: 12, wrong: 2 };
    harness.fixture.nativeElement.remove();
    TestBed.resetTestingModule();
    setUp();
    await open();
    expect(text('.ka-board__judged')).toBe('Tot nu toe klopten 12 van de 14 signalen.');
  });

  it('asks for the part that the address names, and puts what is chosen in the address', async () => {
    await open('/signalen?stand=declined&kern=tricht&thema=green&voordeel=doing');
    expect(asked).toEqual(['/match-flags?state=declined&village=tricht&theme=green&benefit=doing&limit=100']);
    expect(text('.ka-empty')).toContain('Hier is geen signaal bij');
    await fill('#board-theme', '');
    expect(asked.at(-1)).toBe('/match-flags?state=declined&village=tricht&benefit=doing&limit=100');
  });

  it('moves by single keys, and opens what it moves to', async () => {
    await open();
    await press('j');
    expect(text('.ka-flag h2')).toBe('Label van b');
    await press('k');
    expect(text('.ka-flag h2')).toBe('Label van a');
  });

  it('keeps a flag that is right, and says so', async () => {
    await open();
    await press('1');
    expect(sent).toEqual([{ call: 'POST /match-flags/a/confirm', version: '"4"', body: null }]);
    expect(text('.ka-flag')).toContain('Een gebiedsmakelaar zei: dit klopt.');
    expect(labels()).toHaveLength(3);
  });

  it('declines by keyboard, asks for a reason first, shows the next, and takes it back', async () => {
    await open('/signalen?signaal=a');
    await press('3');
    expect(document.activeElement?.id).toBe('flag-form');
    await click('Dit klopt niet');
    expect(document.activeElement?.classList).toContain('ka-errors');
    expect(text('.ka-errors')).toContain('Kies een reden.');
    await fill('#decline-reason', 'too_broad');
    await fill('#decline-note', 'De een wil een wip. ');
    await click('Dit klopt niet');
    const body = { reason: 'too_broad', note: 'De een wil een wip.' };
    expect(sent).toEqual([{ call: 'POST /match-flags/a/decline', version: '"4"', body }]);
    expect(labels()).toEqual(['Label van b', 'Label van c']);
    expect(text('.ka-flag h2')).toBe('Label van b');
    expect(TestBed.inject(Notices).current()?.message).toBe('‘Label van a’ klopt niet en is weg voor iedereen.');

    await press('z');
    expect(sent.at(-1)).toEqual({ call: 'POST /match-flags/a/reopen', version: '"5"', body: null });
    expect(text('.ka-flag h2')).toBe('Label van a');
    expect(labels()).toHaveLength(3);
    await click('Klopt niet');
    expect(page().querySelector<HTMLTextAreaElement>('#decline-note')?.value).toBe('De een wil een wip. ');
  });

  it('leaves the flag that is read in its place when another comes above it', async () => {
    await open();
    flags = [flag('z'), ...flags];
    await click('Klopt');
    expect(labels()[0]).toBe('Label van z');
    expect(text('.ka-flag h2')).toBe('Label van a');
  });

  it('keeps what was written about a flag through a reload', async () => {
    await open('/signalen?signaal=b');
    await click('Klopt niet');
    await fill('#decline-note', 'Het gaat over paarden.');
    harness.fixture.nativeElement.remove();
    TestBed.resetTestingModule();
    setUp();
    await open('/signalen?signaal=b');
    expect(page().querySelector<HTMLTextAreaElement>('#decline-note')?.value).toBe('Het gaat over paarden.');
  });

  it.each([
    ['', 'Kies een dag.'],
    ['2026-03-09', 'Kies morgen of een latere dag.'],
    ['2027-03-09', 'Kies een dag binnen 180 dagen.'],
  ])('does not put a flag away until "%s"', async (until, error) => {
    await open();
    await press('2');
    await fill('#snooze-until', until);
    await click('Zet weg tot die dag');
    expect(text('.ka-errors')).toContain(error);
    expect(sent).toEqual([]);
  });

  it('puts a flag away until a day, and takes that back', async () => {
    await open();
    await press('2');
    await click('Over een week');
    await click('Zet weg tot die dag');
    expect(sent).toEqual([{ call: 'POST /match-flags/a/snooze', version: '"4"', body: { until: '2026-03-16' } }]);
    expect(labels()).toEqual(['Label van b', 'Label van c']);
    await undo();
    expect(sent.at(-1)?.call).toBe('POST /match-flags/a/wake');
    expect(labels()).toHaveLength(3);
  });

  it('lets a broker put an amount right, and says what cannot be read', async () => {
    await open();
    await click('Verander');
    expect(page().querySelector<HTMLInputElement>('#amount-euro')?.value).toBe('1500');
    await fill('#amount-least', 'veel');
    await fill('#amount-unit', '');
    await click('Bewaar');
    expect([...page().querySelectorAll('.ka-errors a')].map(({ textContent }) => textContent.trim())).toEqual([
      'Vul een heel getal in, van 1 tot 1.000.000.',
      'Schrijf wat u telt, in ten hoogste 40 tekens.',
    ]);
    await fill('#amount-least', '3');
    await fill('#amount-most', '5');
    await fill('#amount-unit', 'toestel');
    await fill('#amount-euro', '€ 2.250,50');
    await click('Bewaar');
    const body = { least: 3, most: 5, unit: 'toestel', cents: 225_050 };
    expect(sent).toEqual([{ call: 'PUT /match-flags/a/amounts/a-1', version: '"4"', body }]);
    expect(page().querySelector('#amount-least')).toBeNull();
  });

  it('shows who said what when a colleague was first, with the way back', async () => {
    const declined = {
      reason: 'opposite',
      note: 'Weg en juist niet.',
      by: 'Collega',
      at: '2026-03-08T10:00:00Z',
    } as const;
    flags = [flag('a'), flag('b', { state: 'declined', declined, allowedActions: ['reopen'] })];
    await open('/signalen?signaal=b');
    expect(labels()).toEqual(['Label van a']);
    expect(text('.ka-flag')).toContain(
      'Klopt niet: het ene dorp wil het tegendeel van het andere. Collega zei dat op 8 maart 2026.',
    );
    await click('Zet terug in de lijst');
    expect(labels()).toContain('Label van b');
  });

  it('says why something was not done, and changes nothing', async () => {
    await open();
    fails = 'stale_version';
    await click('Klopt');
    expect(text('[role=alert]')).toContain('veranderd sinds u het las');
    expect(labels()).toHaveLength(3);
  });

  it('lets who oversees it read and nothing more', async () => {
    me = person('alderman');
    flags = [flag('a', { allowedActions: [] })];
    await open();
    expect(labels()).toEqual(['Label van a']);
    expect([...page().querySelectorAll('.ka-flag button')]).toEqual([]);
  });
});
