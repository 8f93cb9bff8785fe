import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { BatchView } from '@kernagenda/intake/domain/imports';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { BatchPage } from './batch-page';

const counts = { new: 8, same: 0, differs: 0, faulty: 0, taken: 0, gone: 0, kept: 0 };
const read: BatchView = {
  ...{ id: 'a', state: 'read', fileName: 'punten.csv', by: 'Beheerder', counts, version: 1 },
  ...{ createdAt: '2026-11-20T10:00:00Z', finishedAt: null, sourceUrl: null, leftOut: [] },
  ...{ headings: ['Waar', 'Wat'], columns: [null, null], allowedActions: ['choose_columns', 'confirm', 'discard'] },
};

describe('the page of a file with points', () => {
  /** What the API has, which a call changes; null while the server is away. */
  let now: BatchView | null;
  let after: BatchView;

  beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setTimeout', 'setImmediate', 'requestAnimationFrame'] });
    now = read;
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        {
          provide: API_TRANSPORT,
          useValue: async (path: string, { method = 'GET' }: RequestInit) => {
            if (now === null) return json({ code: 'unavailable' }, 503);
            if (path.includes('/rows')) return json({ items: [], nextCursor: null });
            if (method === 'PUT') return json({ code: 'stale_version', status: 412 }, 412);
            if (method === 'POST') now = after;
            return json(now);
          },
        },
      ],
    });
  });
  afterEach(() => jest.useRealTimers());

  async function open(): Promise<ComponentFixture<BatchPage>> {
    const fixture = TestBed.createComponent(BatchPage);
    fixture.componentRef.setInput('id', 'a');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settle(fixture);
    return fixture;
  }

  async function settle(fixture: ComponentFixture<BatchPage>): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await fixture.whenStable();
  }

  async function aSecondLater(fixture: ComponentFixture<BatchPage>): Promise<void> {
    jest.advanceTimersByTime(1_000);
    await settle(fixture);
  }

  const page = ({ nativeElement }: ComponentFixture<BatchPage>): HTMLElement => nativeElement as HTMLElement;
  const choice = (fixture: ComponentFixture<BatchPage>): string | undefined =>
    page(fixture).querySelector('select')?.value;
  const said = (fixture: ComponentFixture<BatchPage>): string =>
    page(fixture).querySelector('[role=status]')?.textContent ?? '';
  const press = (fixture: ComponentFixture<BatchPage>, words: string): void =>
    [...page(fixture).querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();

  function choose(fixture: ComponentFixture<BatchPage>): void {
    const select = page(fixture).querySelector('select');
    if (!select) throw new Error('There is a column to choose');
    select.value = 'village';
    select.dispatchEvent(new Event('change'));
  }

  it('keeps what was chosen through a refusal and through a reload', async () => {
    const fixture = await open();
    choose(fixture);
    page(fixture)
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle(fixture);
    expect(choice(fixture)).toBe('village');
    fixture.destroy();
    expect(choice(await open())).toBe('village');
  });

  it('goes on following a job when the server was away for a moment', async () => {
    now = { ...read, state: 'importing', allowedActions: ['cancel'] };
    const fixture = await open();
    const busy = now;
    now = null;
    await aSecondLater(fixture);
    expect(page(fixture).textContent).toContain('Wordt nu overgenomen');
    now = { ...busy, state: 'imported', counts: { ...counts, taken: 8 } };
    await aSecondLater(fixture);
    expect(page(fixture).querySelector('progress')).toBeNull();
    expect(page(fixture).textContent).toContain('Overgenomen');
  });

  it('brings who pressed a button that goes to the title, and tells the quarters of the work', async () => {
    after = { ...read, state: 'importing', allowedActions: ['cancel'] };
    const fixture = await open();
    press(fixture, 'Neem 8 punten over');
    await settle(fixture);
    expect(document.activeElement?.tagName).toBe('H1');
    expect(said(fixture)).toBe('Wordt nu overgenomen: 0 procent.');
    now = { ...after, counts: { ...counts, taken: 5 } };
    await aSecondLater(fixture);
    expect(said(fixture)).toBe('Wordt nu overgenomen: 50 procent.');
    page(fixture).querySelector<HTMLElement>('#import-cancel')?.focus();
    now = { ...after, state: 'imported', allowedActions: ['undo'], counts: { ...counts, taken: 8 } };
    await aSecondLater(fixture);
    expect([said(fixture), document.activeElement?.tagName]).toEqual(['Overgenomen', 'H1']);
  });

  it('names the sheets that were not read, and where rows without a source are said to stand', async () => {
    now = { ...read, leftOut: ['Est', 'Varik'], sourceUrl: 'https://www.voorbeeld.nl/agenda' };
    const { textContent } = page(await open());
    expect(textContent).toContain('Niet gelezen: Est, Varik.');
    expect(textContent).toContain('Rijen zonder eigen bron horen bij https://www.voorbeeld.nl/agenda.');
  });
});
