import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import type { SearchAnswer } from '@kernagenda/search/domain';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { SearchPage } from './search-page';

const tricht = { id: 'v1', slug: 'tricht', name: 'Tricht' };
const point = (id: string): ProposalSummary => ({
  ...{ id, title: `Bankje ${id}`, body: '', place: '', theme: 'green', kind: null, village: tricht, alsoVillages: [] },
  ...{ moderationState: 'approved', agendaState: 'wish', actingParty: 'broker', plan: null, statusAt: null },
  ...{ reportedYear: null, sourceUrl: null, support: { fromVillage: 0, fromElsewhere: 0 }, approvedAt: null },
  ...{ createdAt: '2026-01-01T12:00:00Z', version: 1 },
});

const found: SearchAnswer = {
  ...{ items: [point('1')], nextCursor: 'next', found: 2, matched: 'all' },
  ...{ villages: [tricht], themes: ['green'], corrected: [] },
};

describe('the page to search on', () => {
  let asked: string[];
  let answer: SearchAnswer;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    asked = [];
    answer = found;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'zoeken', component: SearchPage }], withComponentInputBinding()),
        { provide: API_TRANSPORT, useValue: transport },
      ],
    });
  });

  // The API as this page sees it; a real one would need a database.
  async function transport(path: string): Promise<Response> {
    if (path.includes('/villages')) return json({ items: [tricht], nextCursor: null });
    asked.push(path);
    return json(path.includes('cursor=') ? { ...found, items: [point('2')], nextCursor: null } : answer);
  }
  async function open(query: string): Promise<HTMLElement> {
    harness = await RouterTestingHarness.create(`/zoeken${query}`);
    await settle();
    return harness.routeNativeElement as HTMLElement;
  }
  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  }
  const words = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  it('lets people take along the points of the village they chose, or all', async () => {
    const links = (page: HTMLElement): (string | null)[] =>
      [...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    const kinds = ['csv', 'json', 'geojson'].map((kind) => `/api/v1/exports/points.${kind}`);
    const page = await open('');
    expect(links(page)).toEqual(kinds);
    await TestBed.inject(Router).navigateByUrl('/zoeken?kern=tricht');
    await settle();
    expect(links(page)).toEqual(kinds.map((kind) => `${kind}?village=tricht`));
    expect(words(page.querySelector('ka-download-links'))).toContain('Alle punten van Tricht die iedereen mag lezen');
  });

  it('asks nothing before something is asked', async () => {
    await open('');
    expect(asked).toEqual([]);
  });

  it('shows what the address asks, and asks the API the same', async () => {
    const page = await open('?q=bankje&kern=tricht&thema=green&stand=wish');
    expect(asked).toEqual(['/api/v1/search?limit=20&q=bankje&village=tricht&theme=green&agendaState=wish']);
    expect(page.querySelector('input')?.value).toBe('bankje');
    expect([...page.querySelectorAll('select')].map(({ value }) => value)).toEqual(['tricht', 'green', 'wish']);
    expect(words(page.querySelector('[role=status]'))).toBe('2 punten gevonden voor ‘bankje’.');
  });

  it('leaves out what no filter can be', async () => {
    await open('?q=bankje&q=x&kern=../x&thema=nope&stand=merged');
    expect(asked).toEqual([]);
  });

  it('puts what is chosen in the address', async () => {
    const page = await open('');
    const input = page.querySelector('input');
    if (input) input.value = ' bankje ';
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/zoeken?q=bankje');
  });

  it('shows more below what is there', async () => {
    const page = await open('?q=bankje');
    const more = page.querySelector<HTMLAnchorElement>('a.ka-button--second');
    expect(more?.getAttribute('href')).toBe('/zoeken?q=bankje&na=next');
    more?.click();
    await settle();
    expect([...page.querySelectorAll('h4')].map(words)).toEqual(['Bankje 1', 'Bankje 2']);
    expect(words(page.querySelector('[role=status]'))).toContain('Nu ziet u 2 punten.');
    expect(page.querySelector('a.ka-button--second')).toBeNull();
  });

  it('says what it looked for instead, and that not every word was found', async () => {
    answer = { ...found, matched: 'any', corrected: [{ typed: 'spelltuin', used: 'speeltuin' }] };
    const page = await open('?q=spelltuin kwibus');
    expect(words(page.querySelector('[role=status]'))).toContain(
      'Wij zochten op ‘speeltuin’. Niemand schreef ‘spelltuin’.',
    );
    expect(words(page.querySelector('[role=status]'))).toContain('Geen punt heeft al deze woorden.');
  });

  it('says what to do when there is nothing', async () => {
    answer = { ...found, items: [], found: 0, nextCursor: null, villages: [], themes: [] };
    const page = await open('?q=kwibus&kern=tricht');
    expect(words(page.querySelector('.ka-empty'))).toContain('Probeer een ander woord of minder woorden.');
    expect(page.querySelector('.ka-empty a.ka-button')?.getAttribute('href')).toBe('/zoeken?q=kwibus');
  });
});
