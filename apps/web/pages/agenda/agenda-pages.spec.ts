import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AgendaComparison, AgendaPoint, AgendaVersionView, AgendaView } from '@kernagenda/agendas/domain';
import { aPoint } from '@kernagenda/agendas/domain/testing';
import { API_TRANSPORT, Clock, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { AgendaPage } from './agenda-page';
import { ComparePage } from './compare-page';
import { FolderPage } from './folder-page';
import { PosterPage } from './poster-page';

const [tricht, deil] = ['Tricht', 'Deil'].map((name) => ({ id: name, slug: name.toLowerCase(), name }));
const villages = tricht ? [tricht] : [];
const now = new Date('2026-03-09T08:00:00Z');
const version = {
  number: 1,
  frozenAt: '2026-01-15T09:00:00Z',
  referenceOn: '2026-01-10',
  receivedBy: 'de raad',
  points: 2,
};
const team = { id: 't', name: 'Openbare ruimte' };
const plan = { team, byResidents: true, executor: 'Dorpsplatform', dueOn: '2026-06-01' };

describe('the agenda of a village', () => {
  let agenda: AgendaView;
  let points: AgendaPoint[];
  let frozen: AgendaVersionView;
  let comparison: AgendaComparison;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    sessionStorage.clear();
    agenda = { villages, url: 'https://kernagenda.example/kernen/tricht', versions: [version], allowedActions: [] };
    points = [
      aPoint({
        id: 'p1',
        title: 'Een bank',
        agendaState: 'planned',
        actingParty: 'municipality',
        plan,
        statusAt: '2026-02-27T09:00:00Z',
        dues: [
          { id: 'd1', kind: 'promise', what: 'de plek kiezen', when: '2026-03-08', team: null, changedAt: '' },
          { id: 'd2', kind: 'promise', what: 'een tekening laten zien', when: '2026-03-09', team: null, changedAt: '' },
          { id: 'd3', kind: 'milestone', what: 'de bank staat', when: '2026-05', team: null, changedAt: '' },
        ],
      }),
      aPoint({
        id: 'p2',
        title: 'Een tunnel',
        agendaState: 'on_agenda',
        actingParty: 'broker',
        theme: 'traffic',
        feasibility: { outcome: 'conditional', lookedOn: '2026-03-05' },
        reportedYear: 2020,
        sourceUrl: 'https://dorp.example',
      }),
      aPoint({
        id: 'p3',
        title: 'Een steiger',
        agendaState: 'done',
        actingParty: 'nobody',
        reportedYear: 2022,
        sourceUrl: 'https://dorp.example',
      }),
      aPoint({
        id: 'p4',
        title: 'Een brug',
        agendaState: 'not_feasible',
        actingParty: 'nobody',
        reason: 'De dijk is te smal.',
        alternative: 'Een pontje.',
      }),
    ];
    frozen = { ...version, villages, content: points.slice(1, 2), leftOut: 1 };
    comparison = { from: version, to: null, changes: [], unchanged: 4 };
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'kernen/:kern/agenda', component: AgendaPage },
            { path: 'kernen/:kern/agenda/folder', component: FolderPage },
            { path: 'kernen/:kern/agenda/poster', component: PosterPage },
            { path: 'kernen/:kern/agenda/verschil', component: ComparePage },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: Clock, useValue: { now: () => now } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });

  // The API as these pages see it; a real one would need a database.
  async function answer(path: string): Promise<Response> {
    if (path.includes('nergens')) return json({ code: 'not_found', status: 404 }, 404);
    if (path.endsWith('/content')) return json({ villages, at: now.toISOString(), points });
    if (path.includes('/compare')) return json(comparison);
    if (path.includes('/versions/')) return json(frozen);
    if (path.includes('/api/v1/villages/'))
      return json({ ...tricht, area: { brokers: [{ displayName: 'Gebiedsmakelaar' }] }, group: null });
    return json(agenda);
  }
  async function open(rest = ''): Promise<void> {
    harness = await RouterTestingHarness.create(`/kernen/tricht/agenda${rest}`);
    // A page that loads several things one after the other needs as many rounds.
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  }
  /** What is loaded apart takes as long as it takes. */
  async function expectSoon(found: () => boolean, expected: boolean): Promise<void> {
    for (let round = 0; round < 50 && found() !== expected; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await harness.fixture.whenStable();
    }
    expect(found()).toBe(expected);
  }
  const element = (): HTMLElement => harness.routeNativeElement ?? document.createElement('main');
  const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const text = (selector: string): string => flat(element().querySelector(selector)?.textContent);
  const all = (selector: string): string[] =>
    [...element().querySelectorAll(selector)].map((one) => flat(one.textContent));

  it('says of every point what, who has to act since when, how old that is, and who carries it out', async () => {
    await open();
    expect(text('h1')).toBe('Kernagenda Tricht');
    expect(all('h2')).toEqual(
      expect.arrayContaining(['Hier wordt aan gewerkt', 'Dit kan niet, met uitleg', 'Dit is gelukt', 'Versies']),
    );
    const [tunnel, bank] = all('ka-agenda-point');
    expect(bank).toContain('Een bank');
    expect(bank).toContain('Gepland');
    expect(bank).toContain('Aan zet: team Openbare ruimte sinds 27 februari 2026');
    expect(bank).toContain('Laatste bericht: 9 dagen oud');
    expect(bank).toContain('Klaar vóór 1 juni 2026');
    expect(bank).toContain('Uitvoering: samen: de gemeente, de bewoners en Dorpsplatform');
    expect(tunnel).toContain('Haalbaar: onder voorwaarden (bekeken op 5 maart 2026)');
    expect(tunnel).toContain('Aan zet: de gebiedsmakelaar sinds 2020 of eerder');
  });

  it.each(['', '?beeld=bord', '?beeld=tijdlijn', '/folder'])(
    'says what is promised and until when, and what is late: %s',
    async (rest) => {
      await open(rest);
      const bank = all('ka-agenda-point').find((one) => one.includes('Een bank'));
      expect(bank).toContain('Toegezegd: de plek kiezen, uiterlijk 8 maart 2026 (te laat)');
      expect(bank).toContain('Toegezegd: een tekening laten zien, uiterlijk 9 maart 2026');
      expect(bank?.match(/te laat/g)).toHaveLength(1);
      expect(bank).toContain('Mijlpaal: de bank staat, mei 2026');
    },
  );

  it('puts on the timeline first what is promised first', async () => {
    const due = { id: 'd4', kind: 'promise', what: 'vragen', when: '2026-05-01', team: null, changedAt: '' } as const;
    points = points.map((point) => (point.id === 'p2' ? { ...point, dues: [due] } : point));
    await open('?beeld=tijdlijn');
    expect(all('.ka-years ol ka-agenda-point h3')).toEqual(['Een bank', 'Een tunnel']);
  });

  it('leaves out of what comes on the timeline what should have been done already', async () => {
    const due = { id: 'd4', kind: 'promise', what: 'vragen', when: '2026-03-08', team: null, changedAt: '' } as const;
    points = points.map((point) => (point.id === 'p2' ? { ...point, dues: [due] } : point));
    await open('?beeld=tijdlijn');
    expect(all('.ka-years ol ka-agenda-point h3')).toEqual(['Een bank']);
  });

  it('marks only what is silent for more than ninety days', async () => {
    await open();
    expect(all('.ka-wait')).toEqual(['Aan zet: de gebiedsmakelaar sinds 2020 of eerder']);
  });

  it('says what cannot be with the reason and what can, and explains that it is no promise', async () => {
    await open();
    const last = all('ka-agenda-point').at(-1);
    expect(last).toContain('Waarom niet: De dijk is te smal.');
    expect(last).toContain('Wat wel kan: Een pontje.');
    expect(text('.ka-agenda-promise')).toContain('Op de agenda staan is geen belofte');
  });

  it('is a board by state', async () => {
    await open('?beeld=bord');
    expect(text('nav.ka-tabs [aria-current]')).toBe('Bord');
    expect(all('.ka-board__name')).toEqual([
      'Wens 0',
      'Op de agenda 1',
      'Gepland 1',
      'In uitvoering 0',
      'Kan niet 1',
      'Gedaan 1',
    ]);
    expect(text('.ka-board__column--wide ka-done-points')).toContain('Een steiger');
  });

  it('is a timeline with what comes first, and then year by year', async () => {
    await open('?beeld=tijdlijn');
    expect(all('.ka-years h2')).toEqual(['Wat er komt', '2026', '2022', '2020']);
    expect(text('.ka-years ol')).toContain('Een bank');
  });

  it('is a list with a row for each point', async () => {
    await open('?beeld=lijst');
    expect(all('tbody th a')).toEqual(['Een tunnel', 'Een bank', 'Een brug', 'Een steiger']);
    expect(all('tbody tr')[1]).toContain('Aan zet team Openbare ruimte');
  });

  it.each([
    ['who curates it, in the list as it is now', true, ['curate'], ''],
    ['nobody in an old version', false, ['curate'], '&versie=1'],
    ['nobody who only reads', false, [], ''],
  ] as const)('offers work on many points to %s', async (_, isOffered, allowedActions, rest) => {
    agenda = { ...agenda, allowedActions };
    await open(`?beeld=lijst${rest}`);
    await expectSoon(() => element().querySelector('ka-bulk') !== null, isOffered);
    expect(element().querySelector('table')?.closest('.ka-print-only') !== null).toBe(isOffered);
  });

  it('of a version tells as of when, who received it, and what is left out', async () => {
    await open('?versie=1');
    expect(text('.ka-agenda-version')).toContain('U leest versie 1, vastgelegd op 15 januari 2026');
    expect(text('.ka-agenda-version')).toContain('Peildatum 10 januari 2026. Ontvangen door: de raad.');
    expect(text('.ka-agenda-version')).toContain('Eén punt van toen is niet meer openbaar');
    expect(all('ka-agenda-point h4')).toEqual(['Een tunnel']);
  });

  it('without points invites', async () => {
    points = [];
    await open();
    expect(text('ka-empty')).toContain('Nog niets op de agenda van Tricht');
  });

  it('is frozen by who may', async () => {
    agenda = { ...agenda, allowedActions: ['freeze'] };
    await open();
    expect(text('ka-fold-form')).toBe('Leg een versie vast');
  });

  it('is not frozen by who only reads', async () => {
    await open();
    expect(element().querySelector('ka-fold-form')).toBeNull();
  });

  it('that is not there says so', async () => {
    harness = await RouterTestingHarness.create('/kernen/nergens/agenda');
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
    expect(text('h1')).toBe('Deze pagina is er niet');
  });

  it('on paper is called by its villages and has every point', async () => {
    agenda = { ...agenda, villages: [deil, tricht].flatMap((village) => village ?? []) };
    await open('/folder');
    expect(document.title).toBe('Kernagenda Deil en Tricht');
    expect(text('h1')).toBe('Kernagenda Deil en Tricht');
    for (const { title } of points) expect(text('article')).toContain(title);
    expect(element().querySelector('[role=status]')).toBeNull();
    expect(text('article')).toContain('Deil en Tricht hebben samen één agenda.');
    expect(text('article')).toContain('https://kernagenda.example/kernen/tricht/agenda');
  });

  it('on paper says that there is no PDF to who was led here for one', async () => {
    await open('/folder?melding=geen-pdf');
    expect(text('[role=status]')).toContain(
      'Wij kunnen nu geen PDF maken. Op deze pagina staat hetzelfde. Kies “Druk af”.',
    );
  });

  it('on the poster asks for wishes, with the code and the address in words', async () => {
    await open('/poster');
    expect(text('h1')).toBe('Wat wenst u voor Tricht?');
    expect(element().querySelector('img')?.alt).toBe('QR-code die https://kernagenda.example/kernen/tricht opent');
    expect(text('.ka-poster__url')).toBe('kernagenda.example/kernen/tricht');
  });

  it('compared says what changed, word by word', async () => {
    const [before, after] = [aPoint({ title: 'Een bank' }), aPoint({ title: 'Een tafel' })];
    comparison = { ...comparison, changes: [{ kind: 'changed', before, after }], unchanged: 3 };
    await open('/verschil');
    expect(text('h2')).toBe('Van versie 1 naar nu');
    expect(all('.ka-difference h2')).toEqual(['Anders beschreven of gepland']);
    expect(text('.ka-difference dd')).toBe('Een weg: bank einde. toegevoegd: tafel einde.');
  });

  it('without versions has nothing to compare', async () => {
    agenda = { ...agenda, versions: [] };
    await open('/verschil');
    expect(text('.ka-lead')).toContain('Er valt nog niets te vergelijken');
  });
});
