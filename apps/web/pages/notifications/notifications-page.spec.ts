import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MeView } from '@kernagenda/identity/domain';
import type { NotificationView } from '@kernagenda/notifications/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { NotificationsPage } from './notifications-page';

const person = { id: 'p', displayName: 'Secretaris', email: 's@example.org', homeVillageId: 'v1', roles: [] };
const me: MeView = { demo: false, person: { ...person, homeVillageFixedUntil: null } };
const line: NotificationView = {
  ...{ id: 'n1', kind: 'agenda_reminder', reason: 'keeper', title: 'Kernagenda Heesselt en Varik' },
  ...{ proposalId: null, threadId: null, flagId: null, collaborationId: null, announcementId: null, askId: null },
  village: { id: 'v1', slug: 'heesselt', name: 'Heesselt' },
  at: '2026-03-09T08:00:00Z',
  isRead: false,
};

async function shown(told: NotificationView): Promise<Element | null | undefined> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'mijn/meldingen', component: NotificationsPage }]),
      {
        provide: API_TRANSPORT,
        useValue: async (path: string) => json(path.endsWith('/me') ? me : { items: [told], nextCursor: null }),
      },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create('/mijn/meldingen');
  for (let round = 0; round < 6; round += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  }
  return harness.routeNativeElement?.querySelector('.ka-told');
}

it('a line that it is time to freeze an agenda says so and leads to that agenda', async () => {
  const row = await shown(line);
  expect(row?.textContent).toContain('Tijd om de kernagenda vast te leggen');
  expect(row?.textContent).toContain('Want u houdt deze kernagenda bij.');
  expect(row?.querySelector('a')?.getAttribute('href')).toBe('/kernen/heesselt/agenda');
  expect(row?.querySelector('a')?.textContent).toBe('Kernagenda Heesselt en Varik');
});

it.each([
  ['letter_sent', 'Er is een nieuwe statusbrief', '/kernen/heesselt/statusbrieven/t1'],
  ['event_announced', 'Er is een bijeenkomst', '/kernen/heesselt/bijeenkomsten/t1'],
  ['road_works_told', 'Er komen werkzaamheden', '/kernen/heesselt/nieuws'],
] as const)('a line of %s says so and leads to where it stands', async (kind, says, href) => {
  const row = await shown({ ...line, kind, reason: 'village', announcementId: 't1', title: 'Herfst' });
  expect(row?.textContent).toContain(says);
  expect(row?.querySelector('a')?.getAttribute('href')).toBe(href);
});
