import fc from 'fast-check';
import { proposalLimits } from '@kernagenda/proposals/domain';
import { bundlesOf, eveningLimits, nextMorning, proposalTextOf, readLine, resembling } from './index';

const themes = { green: 'Groen', play_sport: 'Spelen en sport', traffic: 'Verkeer' };
const aNote = (id: string, change: object = {}) => ({
  ...{ id, sameAs: null as string | null, enteredAt: `2026-03-02T19:0${id}:00.000Z`, text: `Wens ${id}`, dots: 0 },
  ...change,
});

describe('a line that is typed', () => {
  it.each([
    ['Een bank bij de kerk', { text: 'Een bank bij de kerk', theme: null, group: '', email: null }],
    ['Meer bomen #groen', { text: 'Meer bomen', theme: 'green', group: '', email: null }],
    ['#sport een doel #Haven', { text: 'een doel', theme: 'play_sport', group: 'Haven', email: null }],
    ['#haven een steiger', { text: 'een steiger', theme: null, group: 'Haven', email: null }],
    ['Een brug, Oma@Example.org #ver', { text: 'Een brug,', theme: 'traffic', group: '', email: 'oma@example.org' }],
    ['Huis nummer #12', { text: 'Huis nummer #12', theme: null, group: '', email: null }],
    ['  twee   spaties  ', { text: 'twee spaties', theme: null, group: '', email: null }],
  ])('%s', (line, expected) => {
    expect(readLine(line, themes)).toEqual(expected);
  });
});

describe('notes that say the same', () => {
  it('become one, under what was said first, whichever was tied to the other', () => {
    const notes = [aNote('1', { sameAs: '3' }), aNote('2'), aNote('3'), aNote('4', { sameAs: '1' })];
    expect(bundlesOf(notes).map(({ main, others }) => [main.id, others.map(({ id }) => id)])).toEqual([
      ['1', ['3', '4']],
      ['2', []],
    ]);
  });

  it('each stand in one bundle, however they are tied, in circles and to what is gone', () => {
    const ids = ['1', '2', '3', '4', '5'];
    const ties = fc.array(fc.option(fc.constantFrom(...ids, 'gone')), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(ties, (chosen) => {
        const notes = ids.map((id, index) => aNote(id, { sameAs: chosen[index] ?? null }));
        const all = bundlesOf(notes).flatMap(({ main, others }) => [main, ...others]);
        expect(all.map(({ id }) => id).sort()).toEqual(ids);
      }),
    );
  });

  it('become a proposal within its limits, with every dot and every other text as long as there is room', () => {
    const long = 'woord '.repeat(70).trim().slice(0, eveningLimits.text.max);
    const others = Array.from({ length: 20 }, (_, index) => aNote(String(index), { text: long, dots: 2 }));
    const { title, body } = proposalTextOf({ main: aNote('1', { text: long, dots: 1 }), others });
    expect(title.length).toBeLessThanOrEqual(proposalLimits.title.max);
    expect(title).toMatch(/woord…$/);
    expect(body.length).toBeLessThanOrEqual(proposalLimits.body.max);
    expect(body).toContain(long);
    expect(body).toContain('kreeg deze wens 41 stippen');
    expect(proposalTextOf({ main: aNote('1'), others: [] })).toEqual({ title: 'Wens 1', body: '' });
  });
});

describe('the next morning', () => {
  it.each([
    ['an evening in winter', '2026-03-02T20:30:00Z', '2026-03-03T07:00:00.000Z'],
    ['an evening in summer', '2026-07-02T20:30:00Z', '2026-07-03T06:00:00.000Z'],
    ['past midnight', '2026-03-03T00:30:00Z', '2026-03-03T07:00:00.000Z'],
    ['early in the morning', '2026-03-03T05:30:00Z', '2026-03-04T07:00:00.000Z'],
    ['the night in which the clock goes forward', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['the night in which the clock goes back', '2026-10-24T21:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('after %s is at eight in Amsterdam', (_name, at, expected) => {
    expect(nextMorning(new Date(at)).toISOString()).toBe(expected);
  });
});

describe('what resembles what is said', () => {
  const notes = ['Een bankje aan de haven', 'Meer bomen in de straat', 'Snellere bus naar Geldermalsen'].map(
    (text) => ({
      text,
    }),
  );

  it.each([
    ['Bank bij de haven', ['Een bankje aan de haven']],
    ['nieuwe bomen', ['Meer bomen in de straat']],
    ['Een speeltuin', []],
    ['de het een', []],
    ['', []],
  ])('"%s"', (text, expected) => {
    expect(resembling(text, notes).map((note) => note.text)).toEqual(expected);
  });
});
