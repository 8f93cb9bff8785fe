import { momentIn, momentText } from './fields';

describe('a field for a moment', () => {
  it.each([
    ['in winter', '2026-01-15T12:30', '2026-01-15T11:30:00.000Z'],
    ['in summer', '2026-07-15T12:30', '2026-07-15T10:30:00.000Z'],
    ['just before summer time begins', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['just after summer time began', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['just before summer time ends', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
    ['just after summer time ended', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('means the time in Amsterdam, whatever the clock of the device says, %s', (_when, text, at) => {
    expect(momentIn(text).toISOString()).toBe(at);
    expect(momentText(new Date(at))).toBe(text);
  });
});
