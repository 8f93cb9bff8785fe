import * as fc from 'fast-check';
import { totalOf } from './totals';
import type { AmountView } from './views';

const amount = (given: Partial<AmountView>): AmountView => ({
  ...{ least: null, most: null, unit: null, cents: null, isCorrected: false },
  ...given,
});
const benches = (least: number, most = least): AmountView => amount({ least, most, unit: 'bankje' });

describe('what points ask for together', () => {
  it('is nothing when no text names anything', () => {
    expect(totalOf([])).toBeNull();
    expect(totalOf([null, amount({}), amount({ isCorrected: true })])).toBeNull();
  });

  it('adds numbers of the same thing, ranges at both ends', () => {
    expect(totalOf([benches(3), null, benches(4, 6)])).toEqual(benches(7, 9));
  });

  it('counts what most points name, and never adds different things', () => {
    const bin = amount({ least: 2, most: 2, unit: 'prullenbak' });
    expect(totalOf([benches(3), bin, benches(1)])).toEqual(benches(4));
    expect(totalOf([benches(3), bin])).toBeNull();
  });

  it('adds money beside numbers', () => {
    expect(totalOf([amount({ cents: 150_000 }), { ...benches(2), cents: 50_000 }])).toEqual({
      ...benches(2),
      cents: 200_000,
    });
  });

  it('tells that a person put something in it right', () => {
    expect(totalOf([benches(1), { ...benches(2), isCorrected: true }])?.isCorrected).toBe(true);
  });

  it('is the same in whatever order they come, and no range runs backwards', () => {
    const any = fc.record({
      least: fc.constantFrom(null, 1, 2, 5),
      unit: fc.constantFrom('bankje', 'paal'),
      cents: fc.constantFrom(null, 100, 250),
      more: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const amounts = list.map(({ least, unit, cents, more }) =>
          amount({ least, most: least === null ? null : least + more, unit: least === null ? null : unit, cents }),
        );
        const total = totalOf(amounts);
        expect(totalOf([...amounts].reverse())).toEqual(total);
        if (total?.least) expect(total.most).toBeGreaterThanOrEqual(total.least);
      }),
    );
  });
});
