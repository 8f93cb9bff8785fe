import { isSilent, sinceOf } from './silence';

const aPoint = (given: Partial<Parameters<typeof isSilent>[0]> = {}): Parameters<typeof isSilent>[0] => ({
  agendaState: 'wish',
  statusAt: null,
  reportedYear: null,
  sourceUrl: null,
  createdAt: '2026-01-01T12:00:00Z',
  ...given,
});

describe('since when a point stands as it does', () => {
  it.each([
    ['moved here', { statusAt: '2026-01-05T10:00:00Z', reportedYear: 2020 }, { at: '2026-01-05T10:00:00Z' }],
    ['born here and never moved', {}, { at: '2026-01-01T12:00:00Z' }],
    ['taken over with a year', { sourceUrl: 'https://dorp.example', reportedYear: 2020 }, { year: 2020 }],
    ['taken over without a year', { sourceUrl: 'https://dorp.example' }, null],
  ])('is known of one that was %s', (_, given, since) => {
    expect(sinceOf(aPoint(given))).toEqual(since);
  });
});

describe('a point is silent', () => {
  const statusAt = '2026-01-01T12:00:00Z';
  const after = (days: number) => new Date(Date.parse(statusAt) + days * 86_400_000);
  const point = aPoint({ agendaState: 'planned', statusAt });

  it('when its status is older than ninety days, and not on the ninetieth', () => {
    expect(isSilent(point, after(90))).toBe(false);
    expect(isSilent(point, new Date(after(90).getTime() + 1))).toBe(true);
  });

  it('when nobody knows how old its status is', () => {
    expect(isSilent(aPoint({ agendaState: 'on_agenda', sourceUrl: 'https://dorp.example' }), after(0))).toBe(true);
  });

  it.each(['wish', 'exploring', 'on_hold', 'done', 'not_feasible'] as const)('never while it is %s', (agendaState) => {
    expect(isSilent({ ...point, agendaState }, after(4000))).toBe(false);
  });
});
