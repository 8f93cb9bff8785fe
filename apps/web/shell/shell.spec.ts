import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MeView } from '@kernagenda/identity/domain';
import { API_TRANSPORT, Api } from '@kernagenda/shared/web';
import { Masthead } from './masthead';
import { ThemeSwitch } from './theme-switch';

const broker: MeView = {
  demo: false,
  person: {
    id: 'p1',
    displayName: 'Joost Vermeer',
    email: 'joost@voorbeeld.test',
    homeVillageId: null,
    homeVillageFixedUntil: null,
    roles: [{ role: 'broker', scopeType: 'area', scopeId: 'a1' }],
  },
};

async function masthead(me: MeView): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: API_TRANSPORT, useValue: () => Promise.reject(new Error('not asked')) },
      {
        provide: Api,
        useValue: { get: (path: string) => Promise.resolve(path === '/me' ? me : { name: 'West Betuwe' }) },
      },
    ],
  });
  const fixture = TestBed.createComponent(Masthead);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const items = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('nav :is(a, button)')].map((item) => item.textContent.trim());

describe('Masthead', () => {
  it('names the municipality and lets a visitor sign in', async () => {
    const element = await masthead({ demo: false, person: null });
    expect(element.querySelector('.ka-brand')?.textContent).toContain('West Betuwe');
    expect(items(element)).toEqual(['Dorpen', 'Samen', 'Toezeggingen', 'Uitleg', 'Zoeken', 'Inloggen']);
  });

  it('leads a broker to the desk and the match board', async () => {
    expect(items(await masthead(broker))).toEqual([
      'Dorpen',
      'Samen',
      'Zoeken',
      'Werkplek',
      'Signalen',
      'Berichten',
      'Mijn punten',
      'Uitloggen',
    ]);
  });

  it('unfolds on a phone, and Escape folds it and gives the focus back', async () => {
    const element = await masthead({ demo: false, person: null });
    const button = element.querySelector<HTMLElement>('.ka-menu');
    button?.click();
    await TestBed.inject(Api).get('/me');
    TestBed.tick();
    expect(button?.getAttribute('aria-expanded')).toBe('true');
    element.querySelector('nav a')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    TestBed.tick();
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
  });
});

describe('ThemeSwitch', () => {
  it('says which theme was chosen', () => {
    const fixture = TestBed.createComponent(ThemeSwitch);
    fixture.detectChanges();
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    expect(buttons.map((button) => button.textContent.trim())).toEqual(['Licht', 'Donker', 'Sterk contrast']);
    buttons[1]?.click();
    fixture.detectChanges();
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true', 'false']);
    expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
  });
});
