import * as fc from 'fast-check';
import { moneyLimits } from '@kernagenda/shared/domain';
import { amountName, centsIn, euroName, euroText, wholeIn } from './index';

describe('an amount of money', () => {
  it.each([
    ['1500', 150_000],
    ['1.500', 150_000],
    ['€ 1.500,50', 150_050],
    ['221.000,-', 22_100_000],
    ['', null],
    ['15.00', NaN],
    ['1,5', NaN],
    ['veel', NaN],
  ])('typed as %j is %p cents', (text, cents) => {
    expect(centsIn(text)).toBe(cents);
  });

  it('is shown in euros, with cents where there are any', () => {
    expect([euroName(150_000), euroName(150_050)].map((text) => text.replace(/\s/g, ' '))).toEqual([
      '€ 1.500',
      '€ 1.500,50',
    ]);
  });

  it('has no sign in a table that says what it is in', () => {
    expect([amountName(150_000), amountName(150_050), amountName(-50)]).toEqual(['1.500', '1.500,50', '-0,50']);
  });

  it('counts in whole numbers, and nothing else', () => {
    expect([wholeIn('1.500'), wholeIn(' 3 '), wholeIn(''), wholeIn('3,5')]).toEqual([1500, 3, null, NaN]);
  });

  it('is read back as it was shown, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: moneyLimits.cents }), (cents) => {
        expect(centsIn(euroText(cents))).toBe(cents);
        expect(centsIn(euroName(cents))).toBe(cents);
      }),
    );
  });
});
