import * as fc from 'fast-check';
import { divide, shareKeys } from './shares';
import type { Sharer } from './shares';

const sharer = (villageId: string, quantity: number, population = 0): Sharer => ({ villageId, quantity, population });

const anySharers = fc.array(fc.record({ quantity: fc.nat(1_000_000), population: fc.nat(1_000_000) }), {
  minLength: 1,
  maxLength: 26,
});
const named = (given: readonly Omit<Sharer, 'villageId'>[]): Sharer[] =>
  given.map((each, index) => ({ ...each, villageId: String(index) }));
const anyCents = fc.integer({ min: 0, max: 1_000_000_000_000 });
const anyKey = fc.constantFrom(...shareKeys);

describe('cost shares', () => {
  it('follow the number of pieces', () => {
    const sides = [sharer('acquoy', 6), sharer('gellicum', 4), sharer('haaften', 18), sharer('opijnen', 12)];
    expect(divide(5_390_000, sides, 'quantity').map(({ cents }) => cents)).toEqual([
      808_500, 539_000, 2_425_500, 1_617_000,
    ]);
  });

  it('give the cents that are left to who had most left over, and say so', () => {
    const shares = divide(1000, [sharer('deil', 1, 10), sharer('est', 1, 20), sharer('tuil', 1, 40)], 'population');
    expect(shares).toEqual([
      { villageId: 'deil', cents: 143, hasExtraCent: true, restInThousandths: 857 },
      { villageId: 'est', cents: 286, hasExtraCent: true, restInThousandths: 714 },
      { villageId: 'tuil', cents: 571, hasExtraCent: false, restInThousandths: 428 },
    ]);
  });

  it('give equal rests by the order of the villages', () => {
    expect(divide(101, [sharer('deil', 1), sharer('est', 1)], 'equal').map(({ cents }) => cents)).toEqual([51, 50]);
  });

  it('are equal where nobody weighs anything', () => {
    expect(divide(10, [sharer('deil', 0), sharer('est', 0)], 'quantity').map(({ cents }) => cents)).toEqual([5, 5]);
  });

  it('always add up to the cent', () => {
    fc.assert(
      fc.property(anyCents, anySharers, anyKey, (cents, sides, key) => {
        const total = divide(cents, named(sides), key).reduce((sum, share) => sum + share.cents, 0);
        expect(total).toBe(cents);
      }),
    );
  });

  it('are never less for who weighs more, and differ from the exact part by less than a cent', () => {
    fc.assert(
      fc.property(anyCents, anySharers, (cents, sides) => {
        const shares = divide(cents, named(sides), 'quantity');
        const whole = sides.reduce((sum, { quantity }) => sum + quantity, 0);
        for (const [i, one] of sides.entries()) {
          for (const [j, other] of sides.entries()) {
            if (one.quantity > other.quantity) expect(shares[i]?.cents).toBeGreaterThanOrEqual(shares[j]?.cents ?? 0);
          }
          if (whole === 0) continue;
          const exactly = BigInt(cents) * BigInt(one.quantity);
          const off = BigInt(shares[i]?.cents ?? 0) * BigInt(whole) - exactly;
          expect(off < BigInt(whole) && off > -BigInt(whole)).toBe(true);
        }
      }),
    );
  });

  it('mark as many extra cents as were left over', () => {
    fc.assert(
      fc.property(anyCents, anySharers, anyKey, (cents, sides, key) => {
        const shares = divide(cents, named(sides), key);
        const extra = shares.filter(({ hasExtraCent }) => hasExtraCent).length;
        expect(extra).toBeLessThan(sides.length);
        for (const { hasExtraCent, restInThousandths } of shares) {
          if (!hasExtraCent) continue;
          const passedOver = shares.filter((share) => !share.hasExtraCent);
          expect(passedOver.every((share) => share.restInThousandths <= restInThousandths)).toBe(true);
        }
      }),
    );
  });
});
