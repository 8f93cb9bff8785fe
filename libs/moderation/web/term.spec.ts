import { termOf } from './term';

const now = new Date('2026-03-09T22:30:00Z');
/** The end of a day in Amsterdam, in winter. */
const endOf = (day: string): string => `${day}T22:59:59.999Z`;

describe('the term of a submission', () => {
  it.each([
    ['2026-03-10', 'nog 1 dag', false],
    ['2026-03-12', 'nog 3 dagen', false],
    ['2026-03-09', 'vandaag', true],
    ['2026-03-08', '1 dag te laat', true],
    ['2026-03-02', '7 dagen te laat', true],
  ])('that ends on %s is said as "%s"', (day, name, isDue) => {
    expect(termOf(endOf(day), now)).toEqual({ name, isDue });
  });

  it('is late as soon as its day is over in Amsterdam', () => {
    const name = (at: string): string => termOf(endOf('2026-03-09'), new Date(at)).name;
    expect(name('2026-03-09T22:59:00Z')).toBe('vandaag');
    expect(name('2026-03-09T23:01:00Z')).toBe('1 dag te laat');
  });

  it('ends in the night when clocks go forward as on any other', () => {
    expect(termOf('2026-03-29T21:59:59.999Z', new Date('2026-03-27T12:00:00Z')).name).toBe('nog 2 dagen');
  });
});
