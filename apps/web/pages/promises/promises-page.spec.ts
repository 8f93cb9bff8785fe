import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { API_TRANSPORT, Clock, LIVE_SOCKET } from '@kernagenda/shared/web';
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
