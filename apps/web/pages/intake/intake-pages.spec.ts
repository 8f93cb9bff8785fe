import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ClaimView } from '@kernagenda/intake/domain';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { ClaimPage } from './claim-page';
import { EnterPage } from './enter-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const wish: ClaimView = {
  ...{ proposalId: 'p', title: 'Een bank', body: 'Om te zitten.', village: tricht, enteredFrom: 'letter' },
  ...{ at: '2026-03-02T09:00:00.000Z', state: 'open' },
};
const secretary = { roles: [{ role: 'secretary', scopeType: 'village', scopeId: 't' }] };

describe('a wish for somebody else', () => {
  let calls: string[];
  let person: object | null;
  let refuse: number;

  beforeEach(() => {
    sessionStorage.clear();
    [calls, person, refuse] = [[], null, 0];
  });

  async function open(component: typeof EnterPage | typeof ClaimPage, inputs: object = {}) {
    const transport = async (path: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
      if (method !== 'GET') calls.push(`${path.replace('/api/v1/', '')} ${String(body)}`);
      if (method !== 'GET' && refuse) return json({ code: 'not_allowed', status: refuse }, refuse);
      if (path.endsWith('/me')) return json({ person, demo: false });
      if (path.includes('/villages')) return json({ items: [tricht] });
      if (path.includes('/claim-links/claim')) return json({ ...wish, body: '', state: 'claimed' });
      if (path.includes('/claim-links/leave')) return json({ ...wish, body: '', state: 'left' });
      if (path.includes('/claim-links')) return json(wish);
      return json({ items: [], nextCursor: null });
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: transport },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
      ],
    });
    const fixture = TestBed.createComponent<object>(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.detectChanges();
        await fixture.whenStable();
      }
    };
    await settle();
    const click = async (label: string): Promise<void> => {
      const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
      if (!button) throw new Error(`No button ${label}`);
      button.click();
      await settle();
    };
    const words = (): string => element.textContent.replace(/\s+/g, ' ').trim();
    return { element, settle, click, words };
  }

  it('is written down by who serves the village, with what they know and no more', async () => {
    person = { ...secretary, displayName: 'Secretaris', homeVillageId: 't' };
    const { element, click, settle, words } = await open(EnterPage);
    await click('Schrijf een wens op');
    await click('Stuur in');
    expect(calls).toEqual([]);
    expect(words()).toContain('Vraag het eerst, en kruis dit dan aan.');
    const title = element.querySelector<HTMLInputElement>('input[id$=title]');
    const consent = element.querySelector<HTMLInputElement>('[type=checkbox]');
    if (!title || !consent) throw new Error('Fields are missing');
    title.value = 'Een bank bij de kerk';
    title.dispatchEvent(new Event('input'));
    consent.click();
    await settle();
    await click('Stuur in');
    const sent = {
      ...{ villageId: 't', title: 'Een bank bij de kerk', body: '', place: '', theme: null, kind: null },
      ...{ enteredFrom: 'letter', email: null, hasConsent: true },
    };
    expect(calls).toEqual([`entered-wishes ${JSON.stringify(sent)}`]);
  });

  it('is no matter of others, who read where their own wish goes', async () => {
    person = { roles: [], displayName: 'Bewoner', homeVillageId: 't' };
    const { element, words } = await open(EnterPage);
    expect(words()).toContain('Dit doen de kernagendagroep en de gebiedsmakelaar');
    expect(element.querySelector('form, [data-fold]')).toBeNull();
  });

  it('is taken over with one button by who signed in, and leads to its page', async () => {
    person = { roles: [], displayName: 'Oma', homeVillageId: null };
    const { click, words } = await open(ClaimPage, { bewijs: 'x' });
    expect(words()).toContain('Een bankOm te zitten.Opgeschreven voor Tricht op 2 maart 2026.');
    await click('Ja, dit is mijn wens');
    expect(calls).toEqual(['claim-links/claim {"token":"x"}']);
    expect(words()).toContain('De wens is van u.');
    expect(words()).not.toContain('Om te zitten.');
  });

  it('asks who is not signed in to do so first, and can be refused without', async () => {
    const { element, click, words } = await open(ClaimPage, { bewijs: 'x' });
    const link = element.querySelector<HTMLAnchorElement>('a.ka-button');
    expect(decodeURIComponent(link?.href ?? '')).toContain('/inloggen?terug=/mijn-wens?bewijs=x');
    await click('Nee, dit is niet van mij');
    expect(words()).toContain('Wij hebben uw e-mailadres vergeten.');
  });

  it('asks to sign in again when the session ended meanwhile, and shows what became of it to the keyboard', async () => {
    [person, refuse] = [{ roles: [], displayName: 'Oma', homeVillageId: null }, 401];
    const { element, click, words } = await open(ClaimPage, { bewijs: 'x' });
    await click('Ja, dit is mijn wens');
    expect(words()).toContain('U bent niet meer ingelogd.');
    expect(element.querySelector('a.ka-button')?.textContent).toContain('Log in');
    refuse = 0;
    await click('Nee, dit is niet van mij');
    expect(document.activeElement?.textContent).toContain('Wij hebben uw e-mailadres vergeten.');
  });

  it('says which address to sign in with to who used another', async () => {
    [person, refuse] = [{ roles: [], displayName: 'Buur', homeVillageId: null }, 403];
    const { click, words } = await open(ClaimPage, { bewijs: 'x' });
    await click('Ja, dit is mijn wens');
    expect(words()).toContain('met een ander e-mailadres dan waarop u de mail kreeg');
    expect(words()).toContain('Om te zitten.');
  });
});
