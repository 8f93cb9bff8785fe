import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView } from '@kernagenda/identity/domain';
import type { FollowedView, MailChoiceView } from '@kernagenda/notifications/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { FollowsPage } from './follows-page';

const person = { id: 'p', displayName: 'Bewoner', email: 'b@example.org', homeVillageId: 'v1', roles: [] };
const me: MeView = { demo: false, person: { ...person, homeVillageFixedUntil: null } };
const tricht = { id: 'v1', slug: 'tricht', name: 'Tricht' };
const row = { title: '', village: null, theme: null, radius: null, reaches: null, since: '2026-03-02T09:00:00Z' };
const items: readonly FollowedView[] = [
  { ...row, what: 'theme', id: 't', theme: 'traffic', reason: 'theme' },
  { ...row, what: 'circle', id: 'c', radius: 2000, reaches: ['Geldermalsen', 'Tricht'], reason: 'circle' },
  { ...row, what: 'village', id: 'v1', title: 'Tricht', village: tricht, reason: 'village' },
];

let choice: MailChoiceView;
let sent: string[];
let page: HTMLElement;

async function open(): Promise<void> {
  const answerOf = (path: string): unknown => {
    if (path.endsWith('/me')) return me;
    if (path.includes('/mail-choice')) return choice;
    if (path.includes('/villages')) return { items: [tricht], nextCursor: null };
    return { items, nextCursor: null };
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'mijn/volgen', component: FollowsPage }]),
      {
        provide: API_TRANSPORT,
        useValue: async (path: string, { method = 'GET', body }: RequestInit = {}) => {
          if (method === 'GET') return json(answerOf(path));
          sent.push([method, path.replace('/api/v1', ''), ...(body ? [String(body)] : [])].join(' '));
          return new Response(null, { status: 204 });
        },
      },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create('/mijn/volgen');
  settle = async () => {
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  };
  await settle();
  page = harness.routeNativeElement as HTMLElement;
}
let settle: () => Promise<void>;

const labelled = (word: string): HTMLInputElement => {
  const label = [...page.querySelectorAll('label')].find(({ textContent }) => textContent.includes(word));
  return label?.querySelector('input') as HTMLInputElement;
};
const button = (word: string): HTMLButtonElement =>
  [...page.querySelectorAll('button')].find(({ textContent }) => textContent.includes(word)) as HTMLButtonElement;

beforeEach(() => {
  choice = { choice: 'weekly', pausedAt: null };
  sent = [];
});

describe('the page of what somebody follows', () => {
  it('says how often mail comes, and keeps another choice at once', async () => {
    await open();
    expect(labelled('Elke maandag').checked).toBe(true);
    labelled('Elke dag').click();
    await settle();
    expect(sent).toEqual(['PUT /me/mail-choice {"choice":"daily"}']);
  });

  it('names what is followed: a theme, a place with the villages it reaches, a village', async () => {
    await open();
    const rows = [...page.querySelectorAll('.ka-followed h2')].map(({ textContent }) => textContent.trim());
    expect(rows).toEqual(['Verkeer, in alle dorpen', '2 km rond een plek van uzelf', 'Heel Tricht']);
    expect(page.textContent).toContain('Reikt tot in Geldermalsen en Tricht.');
    button('Stop').click();
    await settle();
    expect(sent).toEqual(['DELETE /me/follows/themes/traffic']);
  });

  it('starts and stops a theme', async () => {
    await open();
    expect(labelled('Verkeer').checked).toBe(true);
    labelled('Groen').click();
    await settle();
    labelled('Verkeer').click();
    await settle();
    expect(sent).toEqual(['PUT /me/follows/themes/green', 'DELETE /me/follows/themes/traffic']);
  });

  it('draws a circle around a village, and asks for one where none is chosen', async () => {
    await open();
    button('Volg deze plek').click();
    await settle();
    expect([page.textContent.includes('Kies rond welk dorp.'), sent]).toEqual([true, []]);
    const villages = page.querySelector('select') as HTMLSelectElement;
    villages.value = 'v1';
    villages.dispatchEvent(new Event('change'));
    labelled('3 km').click();
    button('Volg deze plek').click();
    await settle();
    expect(sent).toEqual(['PUT /me/follows/circle {"villageId":"v1","longitude":null,"latitude":null,"radius":3000}']);
  });

  it('tells that mail came back, and starts it again', async () => {
    choice = { choice: 'at_once', pausedAt: '2026-03-04T09:00:00Z' };
    await open();
    expect(page.textContent).toContain('Mail aan b@example.org kwam terug op 4 maart');
    button('Zet de mail weer aan').click();
    await settle();
    expect(sent).toEqual(['DELETE /me/mail-pause']);
  });
});
