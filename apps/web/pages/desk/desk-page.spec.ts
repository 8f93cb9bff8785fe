import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PromiseWork } from '@kernagenda/commitments/domain';
import type { MeView } from '@kernagenda/identity/domain';
import type { SimilarAnswer } from '@kernagenda/matching/domain';
import type { QueueItem } from '@kernagenda/moderation/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET, Notices } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { DeskPage } from './desk-page';

const village = { id: 'tricht', slug: 'tricht', name: 'Tricht' };
const submission = (proposalId: string, day: number): QueueItem => ({
  proposalId,
  version: 3,
  title: `Titel van ${proposalId}`,
  body: 'Eerste zin. Tweede zin.',
  place: 'Bij de steiger',
  theme: 'other',
  kind: null,
  village,
  author: 'Sanne',
  submittedAt: `2026-03-0${day}T09:00:00Z`,
  dueAt: `2026-03-${String(8 + day).padStart(2, '0')}T22:59:59.999Z`,
  claim: null,
  photos: [],
  reopenedBecause: null,
  newText: null,
  isStandIn: false,
});
const person = (role?: 'broker'): MeView => ({
  demo: false,
  person: {
    id: 'p',
    displayName: 'Joost',
    email: 'joost@example.org',
    homeVillageId: null,
    homeVillageFixedUntil: null,
    roles: role ? [{ role, scopeType: 'municipality', scopeId: 'm' }] : [],
  },
});
const none: SimilarAnswer = { inVillage: [], elsewhere: [] };

const deil = { id: 'deil', slug: 'deil', name: 'Deil' };
const work: PromiseWork = {
  promises: {
    count: 6,
    late: 2,
    items: [
      {
        id: 'p',
        what: 'Het pad herstellen',
        team: { id: 't', name: 'Team Groen' },
        dueOn: '2026-03-07',
        firstDueOn: '2026-03-07',
        standing: 'late',
        isWaiting: false,
        madeAt: '2026-01-07T09:00:00Z',
        keptAt: null,
        point: { id: 'a', title: 'Een pad', theme: 'green' },
        village: deil,
      },
    ],
  },
  silentPoints: {
    count: 1,
    items: [{ id: 'b', title: 'Een bank', village: deil, team: null, since: { at: '2025-11-01T09:00:00Z' } }],
  },
  silentVillages: { count: 7, items: [{ village: { id: 't', slug: 'tricht', name: 'Tricht' }, lastAt: null }] },
};

describe('the desk of a broker', () => {
  let now: Date;
  let me: MeView;
  let queue: QueueItem[];
  let similar: SimilarAnswer;
  let isOffline: boolean;
  let sent: string[];
  let fails: { readonly path: string; readonly code: string } | null;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    now = new Date('2026-03-09T07:52:00Z');
    me = person('broker');
    queue = [submission('a', 1), submission('b', 2), submission('c', 3)];
    similar = none;
    isOffline = false;
    sent = [];
    fails = null;
    sessionStorage.clear();
    navigator.sendBeacon = () => true;
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'werkplek', component: DeskPage },
            { path: 'inloggen', children: [] },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: Clock, useValue: { now: () => now } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });

  // The API as this page sees it; a real one would need a database.
  async function answer(path: string, init: RequestInit): Promise<Response> {
    if (isOffline) throw new TypeError('no network');
    const [, id, action] = /proposals\/(?:\w+\/versions\/)?(\w+)\/([\w-]+)$/.exec(path) ?? [];
    if (action)
      sent.push(`${action} ${id} ${(init.headers as Record<string, string> | undefined)?.['if-match'] ?? ''}`.trim());
    if (fails && path.endsWith(fails.path)) return json({ code: fails.code, status: 409 }, 409);
    if (path.endsWith('/me')) return json(me);
    if (path.includes('/moderation/queue')) return json({ items: queue, nextCursor: null });
    if (path.endsWith('/commitments/work')) return json(work);
    if (/match-flags|text-blocks|questions|budget-/.test(path)) return json({ items: [], nextCursor: null });
    if (path.endsWith('/matching/similar')) return json(similar);
    if (action === 'claim') return json({ displayName: 'Joost', isMine: true, until: '2026-03-09T08:07:00Z' });
    if (action === 'undo') return json({ proposalId: id, decision: 'approve', undoUntil: null, version: 5 });
    if (action === 'release') return json(undefined);
    queue = queue.filter(({ proposalId }) => proposalId !== id);
    return json({ proposalId: id, decision: 'approve', undoUntil: null, version: 4 });
  }

  async function open(url = '/werkplek'): Promise<void> {
    harness = await RouterTestingHarness.create(url);
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
  const titles = (): string[] => [...page().querySelectorAll('.ka-q li a > b')].map(({ textContent }) => textContent);
  const click = async (words: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
    button?.click();
    await settle();
  };

  it('begins with what ends today', async () => {
    await open();
    expect(text('h1')).toBe('Goedemorgen. Eerst dit.');
    expect(text('.ka-first')).toContain('1termijn loopt vandaag afTricht');
    expect(text('.ka-first')).toContain('2toezeggingen zijn te laatDeil');
    expect(text('.ka-first')).toContain('7dorpen zijn stilNegentig dagen geen voorstel');
    expect(text('.ka-q-head__count')).toBe('3');
    expect(titles()).toEqual(['Titel van a', 'Titel van b', 'Titel van c']);
  });

  it('has the promises to keep, the points without news and the silent villages', async () => {
    await open();
    const [promises, points, villages] = [...page().querySelectorAll('ka-promise-work-list section')].map(
      ({ textContent }) => textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(promises).toBe(
      'Toezeggingen om na te komen 6Het pad herstellenDeil, Team GroenTe laat, 2 dagenEn nog 1 toezegging.',
    );
    expect(points).toContain('Punten zonder nieuws 1');
    expect(points).toContain('Een bankDeil, GebiedsmakelaarLaatste nieuws van 1 november 2025');
    expect(villages).toContain('Stille dorpen 7');
    expect(villages).toContain('TrichtNog nooit een voorstel');
    expect(villages).toContain('En nog 2 dorpen.');
  });

  it('says why a text was taken up again', async () => {
    queue = queue.map((item) => ({ ...item, reopenedBecause: 'Het huisnummer staat er niet in.' }));
    await open('/werkplek?lees=b');
    expect(text('#lezen')).toContain('Dit voorstel wordt opnieuw gelezen. De reden:');
    expect(text('#lezen')).toContain('Het huisnummer staat er niet in.');
  });

  describe('a new text for a point that is public', () => {
    const publicText = { title: 'Titel van a', body: 'Eerste zin.', place: '', theme: 'other', kind: null } as const;
    beforeEach(() => {
      queue = queue.map((item, index) => (index === 0 ? { ...item, newText: { number: 2, publicText } } : item));
    });

    it('is marked in the queue, and shows what came and what went in words too', async () => {
      await open('/werkplek?lees=a');
      expect(text('.ka-q li')).toContain('Nieuwe tekst');
      expect(text('#lezen ins')).toContain('Toegevoegd');
      expect(text('#lezen dd ins')).toBe('toegevoegd: Bij de steiger einde.');
      expect(text('#lezen')).not.toContain('Vraag aanpassing');
    });

    it('is approved by its number and the version that was read, with nothing to undo', async () => {
      await open('/werkplek?lees=a');
      await click('Plaats de nieuwe tekst');
      expect(sent).toContain('approve 2 "3"');
      expect(TestBed.inject(Notices).current()?.message).toBe('De nieuwe tekst van ‘Titel van a’ staat op de site.');
      expect(page().textContent).not.toContain('Maak ongedaan');
    });

    it('is refused with reasons alone', async () => {
      await open('/werkplek?lees=a');
      await click('Weiger met uitleg');
      expect(text('#reasons-title')).toBe('Waarom kan deze tekst niet?');
      expect(sent.some((one) => one.startsWith('refuse'))).toBe(false);
    });
  });

  it('says to others who this page is for', async () => {
    me = person();
    await open();
    expect(text('h1')).toBe('Dit is de werkplek van gebiedsmakelaars');
  });

  it('asks a visitor to sign in, and comes back to the same text', async () => {
    me = { demo: false, person: null };
    await open('/werkplek?lees=b');
    expect(TestBed.inject(Router).url).toBe(`/inloggen?terug=${encodeURIComponent('/werkplek?lees=b')}`);
  });

  it('holds what is read and gives it back when another is opened', async () => {
    await open('/werkplek?lees=a');
    expect(text('.ka-desk__title')).toBe('Titel van a');
    expect(text('ka-reading-pane')).toContain('U leest dit. Collega’s zien dat. Nog 15 minuten.');
    await harness.navigateByUrl('/werkplek?lees=b');
    await settle();
    expect(sent).toEqual(['claim a', 'release a', 'claim b']);
  });

  it('leaves alone what a colleague reads', async () => {
    queue = [{ ...submission('a', 1), claim: { displayName: 'Mirjam', isMine: false, until: '2026-03-09T08:00:00Z' } }];
    await open('/werkplek?lees=a');
    expect(text('ka-reading-pane')).toContain('Mirjam leest dit nu, tot 9.00 uur.');
    expect(page().querySelector('.ka-act')).toBeNull();
    expect(sent).toEqual([]);
  });

  it('places a text as it was read, opens the next, and takes that back', async () => {
    await open('/werkplek?lees=a');
    await click('Plaats');
    expect(sent).toContain('approve a "3"');
    expect(text('.ka-toast')).toContain('‘Titel van a’ is geplaatst.');
    expect(text('.ka-desk__title')).toBe('Titel van b');
    queue = [submission('a', 1), ...queue];
    await click('Maak ongedaan');
    expect(sent).toContain('undo a');
    expect(text('.ka-desk__title')).toBe('Titel van a');
    expect(titles()).toEqual(['Titel van a', 'Titel van b', 'Titel van c']);
  });

  describe('reasons', () => {
    const reasonsOf = (id: string): string => sessionStorage.getItem('ka_reasons')?.split(`"${id}":`)[1] ?? '';
    const fill = async (words: string): Promise<void> => {
      for (const [id, value] of [
        ['#reason-sentence', 'Eerste zin.'],
        ['#reason-rule', 'unclear'],
        ['#reason-accepted', words],
      ] as const) {
        const control = page().querySelector<HTMLInputElement>(id);
        if (!control) throw new Error(`There is no ${id}.`);
        control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
      }
      page()
        .querySelector('ka-reasons-form form')
        ?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };

    it('come back when the refusal is taken back, and go out as they are changed then', async () => {
      await open('/werkplek?lees=a');
      await click('Weiger met uitleg');
      await fill('Schrijf om welke plek het gaat.');
      expect(sent).toContain('refuse a "3"');
      queue = [{ ...submission('a', 1), version: 5 }, ...queue];
      await click('Maak ongedaan');
      expect(page().querySelector<HTMLTextAreaElement>('#reason-accepted')?.value).toBe(
        'Schrijf om welke plek het gaat.',
      );
      await fill('Schrijf erbij wat u graag ziet.');
      expect(sent).toContain('refuse a "5"');
      expect(reasonsOf('a')).toContain('Schrijf erbij wat u graag ziet.');
    });

    it('are no draft for a text that was sent in again while the refusal could still be taken back', async () => {
      await open('/werkplek?lees=a');
      await click('Weiger met uitleg');
      await fill('Schrijf om welke plek het gaat.');
      expect(text('.ka-toast')).toContain('Maak ongedaan');
      queue = [...queue, { ...submission('a', 4), version: 6, title: 'Aangepaste titel' }];
      // A colleague took the next one, so the queue is asked for again.
      fails = { path: '/claim', code: 'claimed_by_other' };
      await harness.navigateByUrl('/werkplek?lees=c');
      await settle();
      await harness.navigateByUrl('/werkplek?lees=a');
      await settle();
      expect(text('.ka-desk__title')).toBe('Aangepaste titel');
      expect(page().querySelector('ka-reasons-form')).toBeNull();
    });
  });

  it('keeps the text and the queue on the screen when the connection is lost', async () => {
    await open('/werkplek?lees=a');
    isOffline = true;
    await click('Plaats');
    expect(text('.ka-error')).toContain('Er is geen verbinding.');
    expect(text('.ka-desk__title')).toBe('Titel van a');
    expect(titles()).toHaveLength(3);
  });

  it('decides on no text that was not read', async () => {
    await open('/werkplek?lees=a');
    fails = { path: '/approve', code: 'stale_version' };
    queue = queue.map((item) => ({ ...item, version: 4, title: `${item.title}, anders` }));
    await click('Plaats');
    expect(text('ka-reading-pane')).toContain('De indiener heeft de tekst veranderd terwijl u las.');
    expect(text('.ka-desk__title')).toBe('Titel van a');
    expect(page().querySelector('.ka-act')).toBeNull();
    fails = null;
    await click('Lees de nieuwe tekst');
    expect(text('.ka-desk__title')).toBe('Titel van a, anders');
    await click('Plaats');
    expect(sent).toContain('approve a "4"');
  });

  it('shows which villages want the same, in the queue and beside the text', async () => {
    const match = {
      proposalId: 'x',
      title: 'Bank aan de dijk',
      agendaState: 'wish',
      tier: 'strong',
      isOpposite: false,
      score: 1,
    } as const;
    const evidence = [{ term: 'bankje', inThis: 'bankje', inOther: 'bank' }];
    const deil = { id: 'deil', slug: 'deil', name: 'Deil' };
    similar = { inVillage: [], elsewhere: [{ ...match, village: deil, evidence }] };
    await open('/werkplek?lees=a');
    expect(text('.ka-q .ka-tag')).toContain('Deil');
    expect(text('.ka-samen')).toContain('Deil wil hetzelfde');
    expect(text('.ka-samen')).toContain('Beide gaan over bankje.');
  });
});
