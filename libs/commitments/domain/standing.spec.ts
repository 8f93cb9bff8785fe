import { escalationsDue, standingOf, workingDaysLate } from './standing';
import type { StandingFacts } from './standing';

const facts: StandingFacts = { state: 'open', dueOn: '2026-03-20', firstDueOn: '2026-03-20', keptOn: null };

describe('how a promise stands', () => {
  it.each([
    ['open on its due day', {}, '2026-03-20', 'open'],
    ['late the day after', {}, '2026-03-21', 'late'],
    ['late also while a question is out', { state: 'waiting' }, '2026-03-21', 'late'],
    ['moved until the new day is over', { dueOn: '2026-04-20' }, '2026-04-20', 'moved'],
    ['late after the new day', { dueOn: '2026-04-20' }, '2026-04-21', 'late'],
    ['kept on its first due day', { state: 'kept', keptOn: '2026-03-20' }, '2026-05-01', 'kept'],
    [
      'kept late after its first due day, however it was moved',
      { state: 'kept', dueOn: '2026-04-20', keptOn: '2026-03-21' },
      '2026-05-01',
      'kept_late',
    ],
    ['withdrawn, also when it was late', { state: 'withdrawn' }, '2026-05-01', 'withdrawn'],
  ] as const)('is %s', (_case, patch, today, expected) => {
    expect(standingOf({ ...facts, ...patch }, today)).toBe(expected);
  });
});

describe('who is told that a promise is late', () => {
  it('counts no weekend and no holiday', () => {
    // Good Friday, Easter Sunday and Monday fall on 3, 5 and 6 April 2026.
    expect(workingDaysLate('2026-04-02', '2026-04-06', [])).toBe(0);
    expect(workingDaysLate('2026-04-02', '2026-04-07', [])).toBe(1);
  });

  it.each([
    ['2026-03-20', []],
    ['2026-03-22', []],
    ['2026-03-23', ['broker']],
    ['2026-03-26', ['broker']],
    ['2026-03-27', ['broker', 'team']],
    ['2026-04-07', ['broker', 'team', 'alderman']],
  ])('of Friday 20 March on %s: %j', (today, levels) => {
    expect(escalationsDue('2026-03-20', today, [])).toEqual(levels);
  });

  it('is nobody while a question is out, and days it was out count nowhere', () => {
    expect(escalationsDue('2026-03-20', '2026-04-30', [{ from: '2026-03-24', until: null }])).toEqual([]);
    const pauses = [{ from: '2026-03-24', until: '2026-03-30' }];
    expect(workingDaysLate('2026-03-20', '2026-03-30', pauses)).toBe(2);
    expect(escalationsDue('2026-03-20', '2026-04-01', pauses)).toEqual(['broker']);
  });
});
