import type { AgendaPoint } from '../agendas';

/** A wish of Tricht, with what a test says of it. */
export const aPoint = (given: Partial<AgendaPoint> = {}): AgendaPoint => ({
  id: 'p1',
  title: 'Een bank bij de haven',
  body: '',
  place: '',
  theme: 'green',
  village: { id: 'v1', slug: 'tricht', name: 'Tricht' },
  alsoVillages: [],
  agendaState: 'wish',
  actingParty: 'group_and_broker',
  plan: null,
  statusAt: null,
  reportedYear: null,
  sourceUrl: null,
  createdAt: '2026-01-01T12:00:00Z',
  feasibility: null,
  reason: null,
  alternative: null,
  reviewOn: null,
  dues: [],
  ...given,
});
