import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AskView, MatchFlagView, SideView } from '@kernagenda/matching/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { AnswerPage } from './answer-page';
import { AskPage } from './ask-page';
import { SignalsPage } from './signals-page';

const village = (name: string) => ({ id: name, slug: name.toLowerCase(), name });
const side = (name: string, change: Partial<SideView> = {}): SideView => ({
  askId: `ask-${name}`,
  village: village(name),
  state: 'asked',
  answerer: 'group',
  answeredBy: null,
  answeredAt: null,
  onBehalfOf: '',
  reason: null,
  note: '',
  allowedActions: [],
  ...change,
});
const mine: Partial<SideView> = { allowedActions: ['accept', 'decline'] };
const yes: Partial<SideView> = { state: 'accepted', answeredBy: 'Secretaris', answeredAt: '2026-03-03T09:00:00Z' };
const points = ['Tuil', 'Deil'].map((name) => ({
  proposalId: `point-${name}`,
  title: `Een schommel in ${name}`,
  body: '',
  village: village(name),
  agendaState: 'wish' as const,
  amount: null,
}));
const ask = (change: Partial<AskView> = {}): AskView => ({
  id: 'ask-Tuil',
  flagId: 'flag',
  label: 'Schommel',
  benefit: 'buying',
  flagState: 'introduced',
  snoozedUntil: null,
  reasons: [{ term: 'schommel', words: [] }],
  points,
  introducedBy: 'Gebiedsmakelaar',
  side: side('Tuil', mine),
  seesFlag: false,
  ...change,
});

describe('what a village is asked', () => {
  let asked: AskView | null;
  let flag: MatchFlagView | null;
  let fails: string | null;
  let role: string;
  let sent: { readonly call: string; readonly body: unknown }[];
  let harness: RouterTestingHarness;

  beforeEach(() => {
    [asked, flag, fails, role, sent] = [ask(), null, null, 'secretary', []];
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'signalen', component: SignalsPage },
            { path: 'signalen/vraag/:id', component: AskPage },
            { path: 'signalen/antwoord', component: AnswerPage },
            { path: 'inloggen', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T07:52:00Z') } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });
  afterEach(() => harness.fixture.nativeElement.remove());

  // The API as these pages see it; a real one would need a database.
  async function answer(path: string, init: RequestInit): Promise<Response> {
    const address = path.replace('/api/v1', '');
    if (address === '/me')
      return json({
        person: { id: 'me', displayName: 'Ik', roles: [{ role, scopeType: 'village', scopeId: 'Tuil' }] },
      });
    if (init.method !== 'GET') {
      sent.push({ call: address, body: JSON.parse((init.body as string | undefined) ?? 'null') });
      if (fails) return json({ code: fails, status: 409 }, 409);
      const state = address.endsWith('accept') ? 'accepted' : 'declined';
      asked = asked && { ...asked, side: { ...asked.side, ...yes, state, allowedActions: [] } };
      return json(asked);
    }
    if (address === '/collaborations?flag=flag')
      return json({ items: [{ id: 'made', title: 'Samen: schommel' }], nextCursor: null });
    if (address.startsWith('/match-flags?')) return json({ items: flag ? [flag] : [], nextCursor: null, judged: {} });
    if (address.startsWith('/match-flags/')) return json(flag);
    if (address.startsWith('/match-asks') && asked) return json(asked);
    if (address.startsWith('/ask-links')) return asked ? json(asked) : json({ code: 'invalid_code', status: 400 }, 400);
    return json({ code: 'not_found', status: 404 }, 404);
  }

  async function open(url: string): Promise<void> {
    harness = await RouterTestingHarness.create(url);
    document.body.append(harness.fixture.nativeElement as HTMLElement);
    await settle();
  }
  async function settle(): Promise<void> {
    const fixture: ComponentFixture<unknown> = harness.fixture;
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  const page = (): HTMLElement => harness.routeNativeElement ?? document.createElement('main');
  const text = (): string => page().textContent.replace(/\s+/g, ' ').trim();
  const buttons = (): string[] => [...page().querySelectorAll('button')].map(({ textContent }) => textContent.trim());
  const click = async (words: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
    button?.click();
    await settle();
  };
  const fill = async (selector: string, value: string): Promise<void> => {
    const control = page().querySelector<HTMLInputElement>(selector);
    if (control) control.value = value;
    control?.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input'));
    await settle();
  };

  it.each([
    ['in the app', '/signalen/vraag/ask-Tuil', 'accepted'],
    ['in the app', '/signalen/vraag/ask-Tuil', 'linked'],
    ['from a mail', '/signalen/antwoord?bewijs=abc', 'linked'],
  ] as const)('leads to what was made of it, %s', async (_where, url, flagState) => {
    asked = ask({ flagState, side: side('Tuil', yes) });
    await open(url);
    const links = [...page().querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toContainEqual(['Naar de samenwerking ‘Samen: schommel’', '/samenwerkingen/made']);
  });

  it('says by whom, why, and with which points', async () => {
    await open('/signalen/vraag/ask-Tuil');
    expect(text()).toContain('Gebiedsmakelaar stelt Tuil voor aan Deil: deze dorpen willen hetzelfde.');
    expect(text()).toContain('Beide gaan over schommel.');
    expect(
      [...page().querySelectorAll('li h3')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    ).toEqual(['Deil: Een schommel in Deil', 'Uw dorp, Tuil: Een schommel in Tuil']);
    expect(text()).toContain('Wil uw groep dit voor Tuil samen verder bekijken?');
  });

  it.each([
    ['/signalen/vraag/ask-Tuil', '/match-asks/ask-Tuil/accept', { onBehalfOf: '' }],
    ['/signalen/antwoord?bewijs=a.b.c', '/ask-links/accept', { token: 'a.b.c', onBehalfOf: '' }],
  ])('is answered with one button on %s, and says thanks', async (url, call, body) => {
    await open(url);
    expect(sent).toEqual([]);
    await click('Ja, wij kijken samen verder');
    expect(sent).toEqual([{ call, body }]);
    expect(text()).toContain('Tuil: ja, zei de groep (Secretaris) op 3 maart');
    expect(text()).toContain('Dank u wel. Zodra de andere dorpen antwoorden');
    expect(document.activeElement?.id).toBe('ask-question');
    expect(buttons()).toEqual([]);
  });

  it('is declined with a reason, which stays through a reload until it is sent', async () => {
    await open('/signalen/vraag/ask-Tuil');
    await click('Nee, nu niet');
    expect(document.activeElement?.id).toBe('ask-reason-ask-Tuil');
    await click('Verstuur: nee');
    expect(page().querySelector('.ka-errors')?.textContent).toContain('Kies een reden.');
    await fill('#ask-reason-ask-Tuil', 'no_people');
    await fill('#ask-note-ask-Tuil', ' Te druk. ');
    expect(sessionStorage.getItem('ka_asks')).toContain('Te druk.');
    await click('Verstuur: nee');
    const body = { onBehalfOf: '', reason: 'no_people', note: 'Te druk.' };
    expect(sent).toEqual([{ call: '/match-asks/ask-Tuil/decline', body }]);
    expect(sessionStorage.getItem('ka_asks')).not.toContain('Te druk.');
  });

  it('is answered by a broker only on behalf of somebody', async () => {
    asked = ask({ side: side('Tuil', { ...mine, answerer: 'broker' }) });
    await open('/signalen/vraag/ask-Tuil');
    await click('Ja, wij kijken samen verder');
    expect(page().querySelector('.ka-errors')?.textContent).toContain('Schrijf namens wie u antwoordt.');
    await fill('#ask-whom-ask-Tuil', 'De speeltuinvereniging');
    await click('Ja, wij kijken samen verder');
    expect(sent).toEqual([{ call: '/match-asks/ask-Tuil/accept', body: { onBehalfOf: 'De speeltuinvereniging' } }]);
  });

  it('says that somebody was first, and what they said', async () => {
    await open('/signalen/vraag/ask-Tuil');
    fails = 'wrong_state';
    asked = ask({ side: side('Tuil', { ...yes, answeredBy: 'Voorzitter' }) });
    await click('Ja, wij kijken samen verder');
    expect(text()).toContain('Tuil: ja, zei de groep (Voorzitter)');
  });

  it.each([
    [{ flagState: 'declined' as const, side: side('Tuil') }, 'Er zijn niet genoeg dorpen'],
    [{ flagState: 'accepted' as const, side: side('Tuil', yes) }, 'Genoeg dorpen zeiden ja.'],
    [{ flagState: 'snoozed' as const, snoozedUntil: '2026-04-01', side: side('Tuil') }, 'weggelegd tot 1 april'],
    [{ side: side('Tuil') }, 'Wie voor dit dorp antwoordt, heeft de vraag gekregen.'],
  ])('that waits for nobody says why: %j', async (change, words) => {
    asked = ask(change);
    await open('/signalen/vraag/ask-Tuil');
    expect(text()).toContain(words);
    expect(buttons()).toEqual([]);
  });

  it.each([
    ['/signalen/vraag/ask-Tuil', 'Deze vraag is er niet meer'],
    ['/signalen/antwoord?bewijs=verzonnen', 'Deze link werkt niet meer'],
    ['/signalen/antwoord', 'Deze link werkt niet meer'],
  ])('that is not there on %s says what to do', async (url, words) => {
    asked = null;
    await open(url);
    expect(text()).toContain(words);
    expect(page().querySelector('a.ka-button')?.textContent).toContain('Naar uw meldingen');
  });

  describe('on the board', () => {
    const introduced = (change: Partial<MatchFlagView> = {}): MatchFlagView => ({
      ...{ id: 'flag', label: 'Schommel', state: 'introduced', suggestedAt: '2026-03-02T09:00:00Z', version: 4 },
      ...{ theme: 'play_sport', benefit: 'buying', reasons: [], points, total: null, snoozedUntil: null },
      ...{ isConfirmed: false, declined: null, allowedActions: [] },
      introduced: { by: 'Gebiedsmakelaar', at: '2026-03-02T09:00:00Z', undoUntil: null },
      sides: [side('Deil', { ...yes, answerer: 'author' }), side('Tuil', mine)],
      ...change,
    });

    it('is answered by the group of the village, beside what the others say', async () => {
      flag = introduced();
      await open('/signalen');
      const sides = [...page().querySelectorAll('.ka-sides li')].map(({ textContent }) =>
        textContent.replace(/\s+/g, ' '),
      );
      expect(sides[0]).toContain('Tuil: de kernagendagroep is gevraagd, nog geen antwoord');
      expect(sides[1]).toContain('Deil: ja, zei wie het punt schreef (Secretaris) op 3 maart');
      await click('Ja, wij kijken samen verder');
      expect(sent).toEqual([{ call: '/match-asks/ask-Tuil/accept', body: { onBehalfOf: '' } }]);
    });

    it.each([
      ['introduced', 'Stel de dorpen aan elkaar voor', 'introduce'],
      ['gone on with', 'Ga verder met wie ja zei', 'proceed'],
    ] as const)('is %s by a broker', async (_, button, action) => {
      role = 'broker';
      const change = action === 'introduce' ? ({ state: 'suggested', introduced: null, sides: [] } as const) : {};
      flag = introduced({ ...change, allowedActions: [action] });
      await open('/signalen?signaal=flag');
      await click(button);
      expect(sent.map(({ call }) => call)).toEqual([`/match-flags/flag/${action}`]);
    });
  });
});
