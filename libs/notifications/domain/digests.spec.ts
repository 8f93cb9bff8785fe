import { digestKinds, digestRhythms, digestTerms, lastDue } from './digests';

const due = (rhythm: (typeof digestRhythms)[number], now: string): string =>
  lastDue(rhythm, new Date(now)).toISOString();
const hourMs = 3_600_000;

describe('a digest is due', () => {
  it.each([
    ['daily', 'before seven: yesterday', '2026-03-04T05:59:59Z', '2026-03-03T06:00:00.000Z'],
    ['daily', 'at seven: now', '2026-03-04T06:00:00Z', '2026-03-04T06:00:00.000Z'],
    ['daily', 'the night summer time begins', '2026-03-29T04:59:00Z', '2026-03-28T06:00:00.000Z'],
    ['daily', 'the morning after', '2026-03-29T05:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['daily', 'the night summer time ends', '2026-10-25T05:59:00Z', '2026-10-24T05:00:00.000Z'],
    ['daily', 'the morning after', '2026-10-25T06:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['weekly', 'on Monday before seven: last week', '2026-03-02T05:00:00Z', '2026-02-23T06:00:00.000Z'],
    ['weekly', 'on Sunday: Monday', '2026-03-08T12:00:00Z', '2026-03-02T06:00:00.000Z'],
    ['weekly', 'the Monday after summer time began', '2026-03-30T05:00:00Z', '2026-03-30T05:00:00.000Z'],
    ['weekly', 'the Monday after summer time ended', '2026-10-26T06:00:00Z', '2026-10-26T06:00:00.000Z'],
    ['monthly', 'on the first before seven: last month', '2026-04-01T04:59:00Z', '2026-03-01T06:00:00.000Z'],
    ['monthly', 'on the first', '2026-04-01T05:00:00Z', '2026-04-01T05:00:00.000Z'],
    ['monthly', 'on the last day', '2026-10-31T22:30:00Z', '2026-10-01T05:00:00.000Z'],
    ['monthly', 'early on New Year: in December', '2026-12-31T23:30:00Z', '2026-12-01T06:00:00.000Z'],
  ] as const)('%s, %s', (rhythm, _when, now, at) => {
    expect(due(rhythm, now)).toBe(at);
  });

  it('on so many moments of two years as there are days, Mondays and first days, a minute of all never between two', () => {
    const moments = { daily: new Set<string>(), weekly: new Set<string>(), monthly: new Set<string>() };
    const [from, until] = [Date.parse('2026-01-01T06:00:00Z'), Date.parse('2028-01-01T05:59:00Z')];
    for (let at = from; at < until; at += hourMs / 2) {
      for (const rhythm of digestRhythms) {
        const last = lastDue(rhythm, new Date(at));
        expect(last.getTime()).toBeLessThanOrEqual(at);
        if (last.getTime() >= from) moments[rhythm].add(last.toISOString());
      }
    }
    expect(Object.values(moments).map(({ size }) => size)).toEqual([730, 104, 24]);
  });
});

it('what waits for a digest is about points, in no more lines than one screen holds', () => {
  expect(digestKinds).not.toContain('message');
  expect(digestKinds).not.toContain('refuse');
  expect(new Set(digestKinds).size).toBe(digestKinds.length);
  expect(digestTerms.lines).toBe(10);
});
