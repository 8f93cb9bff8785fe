import { sumParts, talliesOf, tallyOf, toneOf } from './counts';

describe('tallyOf', () => {
  it('counts in the three tints and leaves out what came to an end', () => {
    expect(
      tallyOf({ done: 2, in_progress: 1, planned: 1, wish: 3, on_agenda: 1, merged: 5, withdrawn: 1, not_feasible: 2 }),
    ).toEqual({
      points: 8,
      done: 2,
      motion: 2,
      talk: 4,
    });
  });
});

describe('toneOf', () => {
  it.each([
    [{ done: 1, motion: 1, talk: 5 }, 'talk'],
    [{ done: 1, motion: 3, talk: 2 }, 'motion'],
    [{ done: 3, motion: 3, talk: 3 }, 'done'],
    [{ done: 0, motion: 2, talk: 2 }, 'motion'],
  ])('shows %o as %s', (tally, tone) => {
    expect(toneOf({ points: 9, ...tally })).toBe(tone);
  });
});

describe('talliesOf', () => {
  it('is empty before the counts are there', () => {
    expect(talliesOf(undefined).size).toBe(0);
  });

  it('gives the parts of the bar in the order of the legend', () => {
    expect(sumParts({ points: 6, done: 1, motion: 2, talk: 3 }).map(({ count }) => count)).toEqual([1, 2, 3]);
  });
});
