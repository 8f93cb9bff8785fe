import * as fc from 'fast-check';
import {
  areQuotesOpen,
  cheapestOf,
  compareQuote,
  isPayable,
  letterOf,
  priceBreakFault,
  priceOf,
  unitPriceFor,
} from './quotes';

const benches = {
  priceBreaks: [
    { fromQuantity: 2, unitPriceCents: 75_000 },
    { fromQuantity: 5, unitPriceCents: 70_000 },
    { fromQuantity: 9, unitPriceCents: 65_050 },
  ],
  deliveryCents: 12_500,
};

describe('the price of a quote', () => {
  it.each([
    [1, null, null],
    [2, 75_000, 162_500],
    [4, 75_000, 312_500],
    [5, 70_000, 362_500],
    [9, 65_050, 597_950],
    [1000, 65_050, 65_062_500],
  ])('for %i pieces is %s a piece and %s in all', (quantity, unit, total) => {
    expect([unitPriceFor(benches, quantity), priceOf(benches, quantity)]).toEqual([unit, total]);
  });

  it('is compared together and per village alone', () => {
    const villages = [
      { villageId: 'est', quantity: 3 },
      { villageId: 'deil', quantity: 4 },
      { villageId: 'tuil', quantity: 1 },
    ];
    expect(compareQuote(benches, villages)).toEqual({
      unitPriceCents: 70_000,
      totalCents: 572_500,
      alone: [
        { villageId: 'est', cents: 237_500 },
        { villageId: 'deil', cents: 312_500 },
        { villageId: 'tuil', cents: null },
      ],
    });
  });

  it('is refused where it would not be kept exactly', () => {
    const dear = { priceBreaks: [{ fromQuantity: 1, unitPriceCents: 1_000_000_000_000 }], deliveryCents: 0 };
    expect(() => priceOf(dear, 1_000_000)).toThrow(RangeError);
  });

  it('is one that can be kept, at whatever break it ends', () => {
    expect(isPayable(benches, 1_000_000)).toBe(true);
    const dear = { priceBreaks: [{ fromQuantity: 1, unitPriceCents: 1_000_000_000 }], deliveryCents: 0 };
    expect([isPayable(dear, 1000), isPayable(dear, 1001)]).toEqual([true, false]);
  });

  it('has breaks that go up', () => {
    const [first, second] = benches.priceBreaks;
    expect(priceBreakFault(benches.priceBreaks)).toBeNull();
    expect(first && second && priceBreakFault([second, first])).toMatchObject({ index: 1 });
    expect(first && priceBreakFault([first, first])).toMatchObject({ index: 1 });
  });
});

describe('the best price', () => {
  it('is the lowest of those that meet the requirements', () => {
    const quotes = [
      { id: 'a', totalCents: 5_275_000, meetsRequirements: true },
      { id: 'b', totalCents: 5_040_000, meetsRequirements: true },
      { id: 'c', totalCents: 4_910_000, meetsRequirements: false },
      { id: 'd', totalCents: 100, meetsRequirements: null },
      { id: 'e', totalCents: null, meetsRequirements: true },
    ];
    expect(cheapestOf(quotes)?.id).toBe('b');
    expect(cheapestOf(quotes.slice(2))).toBeNull();
  });
});

describe('letters of suppliers', () => {
  it('go on after Z, each only once', () => {
    expect([0, 2, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['A', 'C', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5000)), (all) => {
        expect(new Set(all.map(letterOf)).size).toBe(all.length);
      }),
    );
  });
});

describe('attack 26: prices are sealed', () => {
  const closesAt = new Date('2026-03-04T11:00:00Z');
  const at = (seconds: number): Date => new Date(closesAt.getTime() + seconds * 1000);

  it('until the closing time, to the millisecond', () => {
    expect(areQuotesOpen({ closesAt, endedAt: null }, new Date(closesAt.getTime() - 1))).toBe(false);
    expect(areQuotesOpen({ closesAt, endedAt: null }, closesAt)).toBe(true);
    expect(areQuotesOpen({ closesAt: null, endedAt: null }, at(1))).toBe(false);
  });

  it('for good when the purchase ended before', () => {
    expect(areQuotesOpen({ closesAt, endedAt: at(-1) }, at(9999))).toBe(false);
    expect(areQuotesOpen({ closesAt, endedAt: at(1) }, at(9999))).toBe(true);
  });
});
