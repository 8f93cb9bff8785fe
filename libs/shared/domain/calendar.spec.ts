import {
  amsterdamDay,
  amsterdamHour,
  daysAfter,
  endOfAmsterdamDay,
  isDutchHoliday,
  isWorkingDay,
  workingDaysAfter,
} from './calendar';

describe('the Dutch calendar', () => {
  it.each([
    ['New Year', '2026-01-01'],
    ['Good Friday', '2026-04-03'],
    ['Easter Monday', '2026-04-06'],
    ["King's Day", '2026-04-27'],
    ["King's Day moved from a Sunday", '2025-04-26'],
    ['Liberation Day', '2026-05-05'],
    ['Ascension', '2026-05-14'],
    ['Whit Monday', '2026-05-25'],
    ['second Christmas day', '2026-12-26'],
  ])('knows %s', (_name, day) => {
    expect(isDutchHoliday(day)).toBe(true);
  });

  it('does not work at the weekend', () => {
    expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(isWorkingDay)).toEqual([false, false, true]);
  });

  it('takes the day in Amsterdam, not in UTC', () => {
    expect(amsterdamDay(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
  });

  it.each([
    ['in winter', '2026-01-15', '2026-01-15T22:59:59.999Z'],
    ['in summer', '2026-07-15', '2026-07-15T21:59:59.999Z'],
    ['on the day summer time begins', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['on the day summer time ends', '2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('ends a day at midnight %s', (_when, day, end) => {
    expect(endOfAmsterdamDay(day).toISOString()).toBe(end);
  });

  it.each([
    ['in winter', '2026-01-15', 7, '2026-01-15T06:00:00.000Z'],
    ['in summer', '2026-07-15', 7, '2026-07-15T05:00:00.000Z'],
    ['the morning summer time began', '2026-03-29', 7, '2026-03-29T05:00:00.000Z'],
    ['the morning summer time ended', '2026-10-25', 7, '2026-10-25T06:00:00.000Z'],
    ['the hour that is skipped', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['the hour that comes twice', '2026-10-25', 2, '2026-10-25T00:00:00.000Z'],
    ['midnight before the change', '2026-10-25', 0, '2026-10-24T22:00:00.000Z'],
  ])('knows when it is an hour in Amsterdam, %s', (_when, day, hour, at) => {
    expect(amsterdamHour(day, hour).toISOString()).toBe(at);
  });

  it.each([
    ['just before midnight', '2026-11-22T22:59:00Z', 1, '2026-11-23'],
    ['over the day of 23 hours', '2026-03-28T22:30:00Z', 1, '2026-03-29'],
    ['over the day of 25 hours', '2026-10-24T22:30:00Z', 1, '2026-10-26'],
    ['over the end of a year', '2026-12-31T12:00:00Z', 14, '2027-01-14'],
  ])('counts days, not hours, %s', (_when, at, days, day) => {
    expect(daysAfter(new Date(at), days)).toBe(day);
  });

  it('counts five working days over a weekend', () => {
    expect(amsterdamDay(workingDaysAfter(new Date('2026-11-19T10:00:00Z'), 5))).toBe('2026-11-26');
  });

  it('counts five working days over Christmas and New Year', () => {
    expect(amsterdamDay(workingDaysAfter(new Date('2026-12-23T10:00:00Z'), 5))).toBe('2026-12-31');
    expect(amsterdamDay(workingDaysAfter(new Date('2026-12-28T10:00:00Z'), 5))).toBe('2027-01-05');
  });
});
