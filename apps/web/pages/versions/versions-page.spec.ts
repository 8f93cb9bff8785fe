import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProposalVersionView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { VersionsPage } from './versions-page';

const text = (number: number, title: string): ProposalVersionView => ({
  ...{ number, state: 'approved', title, body: '', place: '', theme: 'green', kind: null },
  submittedAt: `2026-03-0${number}T12:00:00Z`,
  approvedAt: `2026-03-0${number}T12:00:00Z`,
});
describe('the earlier texts of a point', () => {
  let versions: ProposalVersionView[];
  let harness: RouterTestingHarness;

  beforeEach(() => {
    versions = [text(3, 'Een tafel en een bank'), text(2, 'Een tafel'), text(1, 'Een bank')];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'voorstellen/:id/versies', component: VersionsPage }], withComponentInputBinding()),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });

  // The API as this page sees it; a real one would need a database.
  async function answer(path: string): Promise<Response> {
    if (path.includes('/versions')) return json({ items: versions, nextCursor: null });
    return json({ id: 'p1', title: 'Een tafel en een bank', village: { id: 'v', slug: 'tricht', name: 'Tricht' } });
  }
  async function open(query = ''): Promise<void> {
    harness = await RouterTestingHarness.create(`/voorstellen/p1/versies${query}`);
    await settle();
  }
  // A page that loads several things one after the other needs as many rounds.
  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  }
  const words = (selector: string): string =>
    harness.routeNativeElement?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  it('shows what changed last', async () => {
    await open();
    expect(words('h2')).toBe('Van tekst 2 naar tekst 3');
    expect(words('dd')).toBe('Een tafel toegevoegd: en een bank einde.');
  });

  it('compares any two, which the address remembers', async () => {
    await open('?van=1&tot=2');
    expect(words('dd')).toBe('Een weg: bank einde. toegevoegd: tafel einde.');
    const select = harness.routeNativeElement?.querySelector<HTMLSelectElement>('#tot');
    if (select) select.value = '3';
    select?.dispatchEvent(new Event('change'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/voorstellen/p1/versies?van=1&tot=3');
    expect(words('h2')).toBe('Van tekst 1 naar tekst 3');
  });

  it('says that there is nothing to compare yet', async () => {
    versions = [text(1, 'Een bank')];
    await open();
    expect(words('.ka-lead')).toBe('Van dit punt is er één tekst. Er valt nog niets te vergelijken.');
  });
});
