import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView, Role } from '@kernagenda/identity/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { adminRoutes } from './routes';

const me = (role?: Role): MeView => ({
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
interface Opened {
  readonly page: HTMLElement;
  readonly paths: string[];
  readonly settle: () => Promise<unknown>;
}

async function open(path: string, asked: MeView): Promise<Opened> {
  const paths: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'beheer', children: adminRoutes }], withComponentInputBinding()),
      {
        provide: API_TRANSPORT,
        useValue: async (at: string) => {
          paths.push(at);
          return json(at.endsWith('/me') ? asked : { items: [], nextCursor: null });
        },
      },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  await harness.fixture.whenStable();
  const settle = (): Promise<unknown> => harness.fixture.whenStable();
  return { page: harness.fixture.nativeElement as HTMLElement, paths, settle };
}

describe('the administration', () => {
  it.each(['broker', 'official', 'alderman', undefined] as const)('is not there for a %s', async (role) => {
    const { page, paths } = await open('/beheer/teams', me(role));
    expect(page.querySelector('h1')?.textContent).toBe('Deze pagina is er niet');
    expect(paths.filter((path) => !path.endsWith('/me'))).toEqual([]);
  });

  it('says where one is', async () => {
    const { page } = await open('/beheer/teams', me('admin'));
    expect(page.querySelector('h1')?.textContent).toBe('Teams');
    expect(page.querySelector('[aria-current]')?.textContent).toBe('Teams');
  });

  it('asks for nobody before a reason is given, and takes it along after', async () => {
    const { page, paths, settle } = await open('/beheer/mensen', me('admin'));
    expect(page.querySelector('label')?.textContent).toContain('Waarom bekijkt u deze gegevens?');
    expect(paths.filter((path) => path.includes('/people'))).toEqual([]);
    const submit = async (reason: string): Promise<void> => {
      const input = page.querySelector('input');
      if (input) input.value = reason;
      input?.dispatchEvent(new Event('input'));
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    await submit('omdat');
    expect(paths.filter((path) => path.includes('/people'))).toEqual([]);
    await submit('Een collega gaat met verlof');
    expect(paths.at(-1)).toBe('/api/v1/people?reason=Een+collega+gaat+met+verlof');
  });
});
