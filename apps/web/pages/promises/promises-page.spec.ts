import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { API_TRANSPORT, Clock, LIVE_SOCKET, Live, type LiveCallback } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { KeptFigure } from '../../parts/kept-figure';
import { PromisesPage } from './promises-page';
import { RefreshPage } from './refresh-page';

const village = { id: 'v', slug: 'tricht', name: 'Tricht' };
const figures = { keptInTime: 3, keptLate: 1, late: 1, open: 2 };
const promise = {
  ...{ id: 'b', what: 'Wij planten bomen.', team: null, dueOn: '2026-03-01', firstDueOn: '2026-03-01' },
  ...{ standing: 'late', isWaiting: false, madeAt: '2026-02-02T09:00:00.000Z', keptAt: null, village },
  point: { id: 'punt', title: 'Bomen', theme: 'green' },
};
const link = {
  point: { id: 'punt', title: 'Bomen' },
  village,
  since: { at: '2025-11-01T09:00:00.000Z' },
  state: 'open',
};

async function open(
  component: typeof PromisesPage | typeof RefreshPage | typeof KeptFigure,
  inputs: object,
  total = figures,
) {
  const asked: string[] = [];
  const transport = async (path: string, { method }: RequestInit): Promise<Response> => {
    asked.push(`${method} ${path}`);
    if (path.includes('/figures'))
      return json({ total, villages: [{ village, figures: total }], themes: [{ theme: 'green', figures: total }] });
    if (path.includes('/commitments')) return json({ items: [promise], nextCursor: null });
    if (path.includes('/confirm')) return json({ ...link, state: 'confirmed' });
    if (path.includes('token=oud')) return json({ code: 'invalid_code' }, 400);
    return json(path.includes('/refresh-links') ? link : { items: [village], nextCursor: null });
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
    ],
  });
  const fixture = TestBed.createComponent<object>(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { fixture, page, asked, words: () => page.textContent.replace(/\s+/g, ' ').trim() };
}

describe('the page of promises', () => {
  it('counts those kept in time among those that should have been kept', async () => {
    const { words, page } = await open(PromisesPage, {});
    expect(words()).toContain('3 van 5 op tijd nagekomen');
    expect([...page.querySelectorAll('tbody th')].map((head) => head.textContent.trim())).toHaveLength(2);
    expect(words()).toContain('Te laat, 8 dagen');
  });

  it('asks for what the address says, and for nothing it does not know', async () => {
    const { asked } = await open(PromisesPage, { kern: 'tricht', thema: 'onzin', stand: 'late' });
    expect(asked).toContain('GET /api/v1/commitments?limit=20&village=tricht&state=late');
    expect(asked).toContain('GET /api/v1/commitments/figures?village=tricht');
  });
});

describe('the page of promises, when a promise is kept elsewhere', () => {
  const pageOf = (cursor: string | null, state: string) => ({
    items: [{ ...promise, id: cursor ?? 'eerste', what: `${cursor ?? 'eerste'} ${state}` }],
    nextCursor: cursor === 'b' ? null : cursor === 'a' ? 'b' : 'a',
  });

  async function listen() {
    let [state, isGone] = ['oud', false];
    const asked: string[] = [];
    const heard: LiveCallback[] = [];
    const transport = async (path: string): Promise<Response> => {
      asked.push(path);
      if (isGone) return json({ code: 'unreachable' }, 503);
      const kept = state === 'oud' ? 3 : 4;
      if (path.includes('/figures')) return json({ total: { ...figures, keptInTime: kept }, villages: [], themes: [] });
      if (path.includes('/villages')) return json({ items: [village], nextCursor: null });
      return json(pageOf(new URL(path, 'http://x').searchParams.get('cursor'), state));
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: transport },
        {
          provide: Live,
          useValue: {
            listen: (room: string, callback: LiveCallback) => {
              if (room === 'public') heard.push(callback);
              return () => undefined;
            },
          },
        },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
      ],
    });
    const fixture = TestBed.createComponent(PromisesPage);
    fixture.componentRef.setInput('stand', 'late');
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let n = 0; n < 20; n += 1) await new Promise((done) => setTimeout(done));
      await fixture.whenStable();
    };
    const button = () => page.querySelector<HTMLElement>('section:last-child > p > button');
    button()?.click();
    await settle();
    return {
      ...{ page, asked, settle, button },
      tell: async (how: { readonly state?: string; readonly isGone?: boolean }) => {
        state = how.state ?? state;
        isGone = how.isGone ?? false;
        asked.length = 0;
        for (const callback of heard) callback({ kind: 'promises', proposalId: 'punt' });
        await settle();
      },
      shown: () => [...page.querySelectorAll('.ka-promise__what')].map(({ textContent }) => textContent.trim()),
      figure: () => page.querySelector('.ka-kept-sum')?.textContent.replace(/\s+/g, ' ').trim(),
    };
  }

  it('loads list and figures again, also what was opened below, with the same filter', async () => {
    const { tell, shown, figure, asked, page } = await listen();
    expect(shown()).toEqual(['eerste oud', 'a oud']);
    const row = page.querySelectorAll('.ka-promise')[1];
    await tell({ state: 'nieuw' });
    expect(shown()).toEqual(['eerste nieuw', 'a nieuw']);
    expect(page.querySelectorAll('.ka-promise')[1]).toBe(row);
    expect(figure()).toContain('4 van 6');
    expect(asked.filter((path) => path.includes('/commitments?')).every((path) => path.includes('state=late'))).toBe(
      true,
    );
  });

  it('goes on below where it was', async () => {
    const { tell, shown, button, settle } = await listen();
    await tell({ state: 'nieuw' });
    button()?.click();
    await settle();
    expect(shown()).toEqual(['eerste nieuw', 'a nieuw', 'b nieuw']);
    expect(button()).toBeNull();
  });

  it('keeps what is on the screen when nothing can be loaded', async () => {
    const { tell, shown, figure } = await listen();
    await tell({ isGone: true });
    expect(shown()).toEqual(['eerste oud', 'a oud']);
    expect(figure()).toContain('3 van 5');
  });
});

describe('the figure of a village', () => {
  it('leads to its promises', async () => {
    const { page, words } = await open(KeptFigure, { slug: 'tricht' });
    expect(words()).toBe('3 van 5 toezeggingen op tijd nagekomen');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/toezeggingen?kern=tricht');
  });

  it('is not there where nothing was promised', async () => {
    expect((await open(KeptFigure, { slug: 'est' }, { keptInTime: 0, keptLate: 0, late: 0, open: 0 })).words()).toBe(
      '',
    );
  });
});

describe('the link of a mail about an old status', () => {
  it('changes nothing until its button is used', async () => {
    const { page, asked, words, fixture } = await open(RefreshPage, { bewijs: 'goed' });
    expect(asked).toEqual(['GET /api/v1/refresh-links?token=goed']);
    page.querySelector('button')?.click();
    await fixture.whenStable();
    expect(asked[1]).toBe('POST /api/v1/refresh-links/confirm');
    expect(words()).toContain('Bij het punt staat nu dat dit nog klopt.');
  });

  it('says so when it works no longer', async () => {
    expect((await open(RefreshPage, { bewijs: 'oud' })).words()).toContain('Deze link werkt niet meer');
  });
});
