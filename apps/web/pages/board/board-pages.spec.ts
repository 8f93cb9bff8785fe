import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BoardView, VisitView } from '@kernagenda/board/domain';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { BoardPage } from './board-page';
import { VisitPage } from './visit-page';

const ref = (name: string) => ({ id: name, slug: name.toLowerCase(), name });
const points = (still: number) => ({ moving: 1, still, paused: 0, wishes: 2, done: 3 });
const promises = { keptInTime: 3, keptLate: 1, late: 1, open: 2 };
const board: BoardView = {
  at: '2026-03-09T12:00:00.000Z',
  promises: {
    total: promises,
    villages: [{ village: ref('Tricht'), figures: promises }],
    themes: [{ theme: 'green', figures: promises }],
  },
  points: {
    total: points(9),
    villages: [2, 1, 0, 6].map((still, index) => ({
      village: ref(['Acquoy', 'Deil', 'Est', 'Tricht'][index] ?? ''),
      figures: points(still),
    })),
    themes: [{ theme: 'green', figures: points(9) }],
  },
  voices: { since: '2025-12-09T12:00:00.000Z', heard: 2, silent: [ref('Est')] },
  savings: {
    netCents: -50_000,
    purchases: [
      {
        ...{
          purchaseId: 'p',
          collaborationId: 'c',
          what: 'Bankjes',
          at: '2026-03-01T12:00:00.000Z',
          netCents: -50_000,
        },
        villages: [ref('Acquoy'), ref('Deil')],
      },
    ],
  },
};
const none = { count: 0, items: [] };
const visit: VisitView = {
  ...{ at: board.at, village: ref('Tricht'), promises, points: points(6) },
  done: { count: 7, items: [{ id: 'd', title: 'Een bank', at: board.at, author: 'Bewoner Tricht' }] },
  late: {
    count: 1,
    items: [{ id: 'l', title: 'Een hek', what: 'Wij zetten een hek.', team: null, dueOn: '2026-03-01' }],
  },
  next: none,
  still: { count: 1, items: [{ id: 's', title: 'Een school', since: { year: 2020 }, team: null }] },
  moving: none,
  wishes: { count: 1, items: [{ id: 'w', title: 'Een pad', times: 2, support: null }] },
  questions: none,
};

async function open(component: typeof BoardPage | typeof VisitPage, inputs: object = {}, answer: object = board) {
  const transport = async (path: string): Promise<Response> => {
    if (path.includes('/board')) return json(answer);
    return json(path.includes('/villages/') ? { ...ref('Tricht'), area: { brokers: [] }, group: null } : { items: [] });
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: Clock, useValue: { now: () => new Date(board.at) } },
    ],
  });
  const fixture = TestBed.createComponent<object>(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { page, words: page.textContent.replace(/\s+/g, ' ').trim() };
}

describe('the board', () => {
  it('says what is late, where most stands still, and who is not heard', async () => {
    const { words } = await open(BoardPage);
    expect(words).toContain('3 van 5');
    expect(words).toContain(
      '7 toezeggingen: 3 op tijd gedaan, 1 later gedaan, 1 te laat en nog niet gedaan. 2 lopen nog',
    );
    expect(words).toContain('Tricht (6), Acquoy (2) en Deil (1)');
    expect(words).toContain('1 van 3');
  });

  it('shows a loss as a loss, in words and in the table', async () => {
    const { page, words } = await open(BoardPage);
    expect(words).toContain('netto verloren');
    expect(page.querySelector('td.is-loss')?.textContent).toBe('-500');
  });

  it('has every number of a bar in its table, and no bar that a screen reader meets', async () => {
    const { page } = await open(BoardPage);
    const [first] = page.querySelectorAll('.ka-figures');
    expect([...(first?.querySelectorAll('tbody td') ?? [])].map((cell) => cell.textContent)).toEqual([
      '3',
      '1',
      '1',
      '2',
    ]);
    expect([...page.querySelectorAll('svg')].every((svg) => svg.getAttribute('aria-hidden') === 'true')).toBe(true);
  });

  it('says so where nothing was promised or bought yet', async () => {
    const empty = {
      ...board,
      promises: { total: { keptInTime: 0, keptLate: 0, late: 0, open: 0 }, villages: [], themes: [] },
      savings: { netCents: 0, purchases: [] },
    };
    const { words } = await open(BoardPage, {}, empty);
    expect(words).toContain('Er hoefde nog geen toezegging klaar te zijn');
    expect(words).toContain('Er is nog geen gezamenlijke inkoop afgerekend');
  });
});

describe('the sheet for a visit', () => {
  it('names whom to thank, what is late, and since when something stands still', async () => {
    const { words } = await open(VisitPage, { kern: 'tricht' }, visit);
    expect(words).toContain('Idee van Bewoner Tricht');
    expect(words).toContain('Gedaan: wie bedankt u? 1 van 7');
    expect(words).toContain('Wij zetten een hek.Gebiedsmakelaar, uiterlijk 1 maart 2026');
    expect(words).toContain('2 keer gevraagd, steun van minder dan 5 mensen');
    expect(words).toContain('Laatste nieuws uit 2020 of eerder');
    expect(words).toContain('Geen vraag staat open na de beloofde dag.');
  });
});
