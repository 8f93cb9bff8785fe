import { periodWithin, toPeriod } from './periods';

const now = new Date('2026-03-02T09:00:00Z');
const at = (text: string): Date => new Date(text);

describe('a period in days', () => {
  it('begins now when it begins today, and has no end when none is given', () => {
    expect(toPeriod({}, now)).toEqual({ startsAt: now, endsAt: null });
    expect(toPeriod({ from: '2026-03-02', until: null }, now)).toEqual({ startsAt: now, endsAt: null });
  });

  it('takes whole days in Amsterdam, also where the clock changes', () => {
    expect(toPeriod({ from: '2026-03-29', until: '2026-03-29' }, now)).toEqual({
      startsAt: at('2026-03-28T23:00:00Z'),
      endsAt: at('2026-03-29T21:59:59.999Z'),
    });
  });

  it.each([
    [{ from: '2026-03-01' }, '/from'],
    [{ from: '2026-02-30' }, '/from'],
    [{ from: 'morgen' }, '/from'],
    [{ until: '2026-03-01' }, '/until'],
    [{ from: '2026-03-05', until: '2026-03-04' }, '/until'],
    [{ until: '2026-13-01' }, '/until'],
  ])('refuses %j', (input, pointer) => {
    expect(() => toPeriod(input, now)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    );
  });
});

describe('a period within another', () => {
  const march = { startsAt: at('2026-03-01T00:00:00Z'), endsAt: at('2026-04-01T00:00:00Z') };
  const open = { startsAt: at('2026-01-01T00:00:00Z'), endsAt: null };

  it('is cut off at both ends', () => {
    expect(periodWithin(open, march)).toEqual(march);
    expect(periodWithin(march, open)).toEqual(march);
  });

  it('is nothing when they do not meet', () => {
    expect(periodWithin({ startsAt: at('2026-04-01T00:00:00Z'), endsAt: null }, march)).toBeNull();
  });
});
