import { ageName, dateName, dayName, listName, timeName } from './dates';

const now = new Date('2026-03-09T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

describe('dates in words', () => {
  it.each([
    [0, 'vandaag'],
    [1, 'gisteren'],
    [7, '7 dagen oud'],
    [21, '3 weken oud'],
    [152, '5 maanden oud'],
    [1900, '5 jaar oud'],
  ])('say how old something of %i days is: %s', (days, words) => {
    expect(ageName(daysAgo(days), now)).toBe(words);
  });

  it('are those of Amsterdam', () => {
    const late = '2026-03-13T23:30:00Z';
    expect(dateName(late)).toBe('14 maart 2026');
    expect(dayName(late)).toBe('zaterdag 14 maart');
    expect(timeName(late)).toBe('0.30 uur');
  });

  it('join names as one says them', () => {
    expect(listName(['Haaften', 'Asperen', 'Deil'])).toBe('Haaften, Asperen en Deil');
  });
});
