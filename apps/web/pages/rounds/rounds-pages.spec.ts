import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { RoundView, RoundWish } from '@kernagenda/intake/domain/rounds';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { RoundLine } from '../../parts/round-line';
import { RoundCardsPage } from './round-cards-page';
import { RoundPage } from './round-page';
import { RoundPosterPage } from './round-poster-page';
import { RoundsPage } from './rounds-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const deil = { id: 'd', slug: 'deil', name: 'Deil' };
const round: RoundView = {
  ...{ id: 'r', question: 'Wat mist u?', explanation: 'Alles mag.', villages: [deil, tricht], stoppedAt: null },
  ...{ startsOn: '2026-03-01', endsOn: '2026-03-21', state: 'running', daysLeft: 12, wishes: 3, version: 4 },
  ...{
    channels: ['web', 'postcard', 'phone'],
    handIn: 'De bus bij het dorpshuis',
    phone: '0345 12 34 56',
    evening: '',
  },
  url: 'https://kernagenda.example/ophaalrondes/r',
  counts: {
    villages: [
      { village: deil, count: 1 },
      { village: tricht, count: 2 },
    ],
    ways: [
      { way: 'web', count: 2 },
      { way: 'call', count: 1 },
    ],
    beingRead: 1,
    parts: { done: 1, under_way: 0, on_agenda: 0, not_feasible: 1, wish: 0, ended: 0 },
  },
  allowedActions: [],
};
const wish: RoundWish = {
  ...{ id: 'p', title: 'Een bank', village: tricht, way: 'web', sentInAt: '2026-03-02T09:00:00.000Z', part: 'done' },
  ...{ agendaState: 'done', actingParty: 'nobody', plan: null, statusAt: '2026-03-08T09:00:00.000Z', reason: null },
  ...{ alternative: null, evidence: 'De bank staat er.', mergedInto: null },
  word: { text: 'Kom eens zitten.', at: '2026-03-08T09:00:00.000Z' },
};
const refused: RoundWish = {
  ...wish,
  ...{ id: 'q', title: 'Een brug', part: 'not_feasible', agendaState: 'not_feasible', evidence: null, word: null },
  ...{ reason: 'De rivier is te breed.', alternative: 'Er komt een pont.' },
};

describe('a round', () => {
  let calls: string[];
  let person: object | null;
  let shown: RoundView;
  let refuse: string | null;

  beforeEach(() => {
    sessionStorage.clear();
    [calls, person, shown, refuse] = [[], null, round, null];
  });

  async function open(component: abstract new (...args: never[]) => object, inputs: object = {}) {
    const transport = async (path: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
      if (method !== 'GET') calls.push(`${method} ${path.replace('/api/v1/', '')} ${String(body ?? '')}`.trim());
      if (method !== 'GET' && refuse) return json({ code: refuse, status: 409 }, 409);
      if (path.endsWith('/me')) return json({ person, demo: false });
      if (path.endsWith('/intake-rounds/villages')) return json({ items: [tricht] });
      if (path.includes('/wishes')) return json({ items: [wish, refused], nextCursor: null });
      if (path.includes('/intake-rounds?')) return json({ items: [shown], nextCursor: null });
      return json(shown);
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: API_TRANSPORT, useValue: transport },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
      ],
    });
    const fixture = TestBed.createComponent<object>(component as new () => object);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 6; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.detectChanges();
        await fixture.whenStable();
      }
    };
    await settle();
    const click = async (label: string): Promise<void> => {
      const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
      if (!button) throw new Error(`No button ${label}`);
      button.click();
      await settle();
    };
    const type = async (name: string, value: string): Promise<void> => {
      const field = element.querySelector<HTMLInputElement>(`[id$=-${name}]`);
      if (!field) throw new Error(`No field ${name}`);
      field.value = value;
      field.dispatchEvent(new Event(field.type === 'date' ? 'change' : 'input'));
      await settle();
    };
    const words = (): string => element.textContent.replace(/\s+/g, ' ').trim();
    return { element, click, type, words };
  }

  it('says what is asked, for how long, how to join in, and what came in so far', async () => {
    const { element, words } = await open(RoundPage, { id: 'r' });
    expect(element.querySelector('h1')?.textContent).toBe('Wat mist u?');
    expect(words()).toContain('Ophaalronde in Deil en Tricht');
    expect(words()).toContain('Nog 12 dagen');
    expect(words()).toContain('Van 1 maart tot en met 21 maart 2026');
    expect(words()).toContain('Bel 0345 12 34 56. Wij schrijven uw wens op.');
    expect(words()).toContain('lever hem in: De bus bij het dorpshuis');
    expect(words()).toContain('3 wensen tot nu toe. 1 wens wordt nog gelezen en staat er daarna bij.');
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/voorstel/nieuw?kern=deil', '/voorstel/nieuw?kern=tricht']));
    expect(words()).not.toContain('Stop de ronde');
  });

  it.each([
    ['running', 0, 'Vandaag is de laatste dag'],
    ['running', 1, 'Nog 1 dag'],
    ['to_come', 3, 'Begint over 3 dagen'],
    ['closed', null, 'Gesloten'],
  ] as const)('that is %s with %s days left says %s', async (state, daysLeft, text) => {
    shown = { ...round, state, daysLeft };
    const { words } = await open(RoundPage, { id: 'r' });
    expect(words()).toContain(text);
  });

  it('shows at its end what was said beside what was done, and why something cannot be', async () => {
    shown = { ...round, state: 'closed', daysLeft: null };
    const { element, words } = await open(RoundPage, { id: 'r' });
    expect(words()).toContain('U zei, wij deden');
    const rows = [...element.querySelectorAll('.ka-wall__row')].map((row) => row.textContent.replace(/\s+/g, ' '));
    expect(rows[0]).toMatch(/^U zeiEen bank.*Wij dedenGedaan.*De bank staat er\.Kom eens zitten/);
    expect(rows[1]).toMatch(
      /^U zeiEen brug.*Hoe het staatKan niet.*De rivier is te breed\.Wat wel kan: Er komt een pont/,
    );
    expect(element.querySelector('a[href^="/voorstel/nieuw"]')).toBeNull();
  });

  it('is stopped by who holds it, after reading what that means', async () => {
    shown = { ...round, allowedActions: ['adjust', 'stop'] };
    const { element, click, words } = await open(RoundPage, { id: 'r' });
    await click('Stop de ronde nu');
    expect(words()).toContain('Dit kunt u niet terugdraaien.');
    element.querySelector<HTMLButtonElement>('[id^=ronde-stop] [type=submit]')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(calls).toEqual(['POST intake-rounds/r/stop']);
  });

  it('is made with what its channels need, and says when another one runs', async () => {
    person = {
      roles: [{ role: 'secretary', scopeType: 'village', scopeId: 't' }],
      displayName: 'S',
      homeVillageId: 't',
    };
    refuse = 'already_exists';
    const { element, click, type, words } = await open(RoundsPage);
    expect(words()).toContain('Nu bezig');
    await click('Begin een ophaalronde');
    await type('question', 'Wat kan er beter?');
    await type('endsOn', '2026-03-20');
    [...element.querySelectorAll('label')].find(({ textContent }) => textContent.includes('Met een kaart'))?.click();
    await click('Sla de ronde op');
    expect(calls).toEqual([]);
    expect(words()).toContain('Schrijf een plek of adres');
    await type('handIn', 'De bakker');
    await click('Sla de ronde op');
    expect(calls).toEqual([
      `POST intake-rounds ${JSON.stringify({
        ...{ villageIds: ['t'], question: 'Wat kan er beter?', explanation: '', startsOn: '2026-03-09' },
        ...{ endsOn: '2026-03-20', handIn: 'De bakker', phone: '', evening: '', channels: ['web', 'postcard'] },
      })}`,
    ]);
    expect(words()).toContain('In een van deze dorpen is op die dagen al een ophaalronde.');
  });

  it('is made by nobody without such a role', async () => {
    person = { roles: [], displayName: 'Bewoner', homeVillageId: 't' };
    const { element, words } = await open(RoundsPage);
    expect(words()).toContain('Wat mist u?');
    expect(element.querySelector('[data-fold]')).toBeNull();
  });

  it('stands as one line on the page of its village, unless it is closed', async () => {
    const { element, words } = await open(RoundLine, { slug: 'tricht' });
    expect(words()).toBe('Wat mist u? Nog 12 dagen');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/ophaalrondes/r');
    TestBed.resetTestingModule();
    shown = { ...round, state: 'closed', daysLeft: null };
    expect((await open(RoundLine, { slug: 'tricht' })).words()).toBe('');
  });

  it('goes on paper with its code, and says on the card where it is handed in', async () => {
    const poster = await open(RoundPosterPage, { id: 'r' });
    const code = poster.element.querySelector('img');
    expect([code?.getAttribute('src'), code?.alt]).toEqual([
      '/api/v1/intake-rounds/r/code',
      'QR-code die https://kernagenda.example/ophaalrondes/r opent',
    ]);
    expect(poster.words()).toContain('Of ga naar kernagenda.example/ophaalrondes');
    expect(poster.words()).toContain('Tot en met zaterdag 21 maart');
    TestBed.resetTestingModule();
    const cards = await open(RoundCardsPage, { id: 'r', melding: 'geen-pdf' });
    expect(cards.element.querySelectorAll('.ka-card--front, .ka-card--back')).toHaveLength(8);
    expect(cards.element.querySelectorAll('.ka-card:not([aria-hidden])')).toHaveLength(2);
    expect(cards.words()).toContain('Inleveren De bus bij het dorpshuis');
    expect(cards.words()).toContain('Wij kunnen nu geen PDF maken');
  });
});
