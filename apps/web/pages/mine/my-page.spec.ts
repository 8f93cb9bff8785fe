import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView, Role } from '@kernagenda/identity/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { MyPage } from './my-page';

const meWith = (homeVillageId: string | null, role?: Role): MeView => ({
  demo: false,
  person: {
    id: 'p',
    displayName: 'Bewoner Tricht',
    email: 'bewoner@example.org',
    homeVillageId,
    homeVillageFixedUntil: null,
    roles: role ? [{ role, scopeType: 'municipality', scopeId: 'm' }] : [],
  },
});
/** The page once everything it asked for has arrived. */
async function show(transport: (path: string) => Promise<Response>): Promise<HTMLElement | null> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'mijn', component: MyPage }]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create('/mijn');
  for (let round = 0; round < 6; round += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  }
  return harness.routeNativeElement;
}

describe('a text on "Mijn punten" that is not public', () => {
  it.each([
    ['changes_requested', 'Lees de uitleg en pas aan', 'u'],
    // Whether it may be changed once more, its own page says.
    ['refused', 'Lees de uitleg', ''],
    ['hidden', 'Lees de uitleg', ''],
    ['submitted', '', 'de gebiedsmakelaar'],
  ])('%s leads to: %s', async (moderationState, link, who) => {
    const proposal = {
      ...{ id: 'p1', title: 'Bankje', moderationState, createdAt: '2026-03-08T12:00:00Z' },
      village: { id: 'v1', slug: 'tricht', name: 'Tricht' },
    };
    const transport = async (path: string): Promise<Response> =>
      json(path.endsWith('/me') ? meWith('v1') : { items: path.includes('/proposals') ? [proposal] : [] });
    const page = await show(transport);
    const row = page?.querySelector('.ka-point');
    expect(row?.querySelector('.ka-more-link')?.textContent.trim() ?? '').toBe(link);
    expect(row?.querySelector('.ka-stand b')?.textContent.trim() ?? '').toBe(who);
  });
});

describe('the own village on "Mijn punten"', () => {
  async function open(me: MeView): Promise<{ readonly isOpen: boolean; readonly hint: string }> {
    const villages = { items: [{ id: 'v1', slug: 'tricht', name: 'Tricht' }], nextCursor: null };
    const transport = async (path: string): Promise<Response> =>
      json(path.endsWith('/me') ? me : path.includes('/villages') ? villages : { items: [], nextCursor: null });
    const page = await show(transport);
    const select = page?.querySelector('select');
    if (!select) throw new Error('There is no village to choose.');
    const hints = (select.getAttribute('aria-describedby') ?? '').split(' ');
    const hint = hints.map((id) => document.getElementById(id)?.textContent.trim()).join(' ');
    return { isOpen: !select.disabled, hint };
  }

  it('can be changed by a resident', async () => {
    const { isOpen, hint } = await open(meWith('v1', 'secretary'));
    expect(isOpen).toBe(true);
    expect(hint).toContain('eens in de 90 dagen');
  });

  it('can be chosen once by who works for the municipality', async () => {
    expect((await open(meWith(null, 'broker'))).isOpen).toBe(true);
  });

  it('is after that changed by the administrator, as the page says', async () => {
    const { isOpen, hint } = await open(meWith('v1', 'broker'));
    expect(isOpen).toBe(false);
    expect(hint).toBe('U werkt voor de gemeente. Bent u verhuisd? Dan verandert de beheerder uw dorp.');
  });
});
