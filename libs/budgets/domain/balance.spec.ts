import * as fc from 'fast-check';
import { existingLeftOf, faultOf, leftOf } from './balance';
import type { Balance, Grant } from './balance';
import { redistribute } from './redistribution';
import type { Standing } from './redistribution';
import { allowedRedistributionActions } from './redistribution-rights';

const balance: Balance = {
  ...{ amountCents: 500_000, movedInCents: 0, movedOutCents: 0, grantedCents: 300_000, existingGrantedCents: 100_000 },
  existingPercent: 25,
};
const grant: Grant = {
  ...{ cents: 200_000, isExisting: false, pointCents: 0, initiativeCents: 200_000, earlierCents: 0 },
};

describe('what a village has', () => {
  it('is what it got and was given, without what it gave and granted', () => {
    expect(leftOf({ ...balance, movedInCents: 7, movedOutCents: 2 })).toBe(200_005);
    expect(existingLeftOf(balance)).toBe(25_000);
    expect(existingLeftOf({ ...balance, grantedCents: 499_999 })).toBe(1);
  });

  it.each<[Partial<Grant>, ReturnType<typeof faultOf>]>([
    [{}, null],
    [{ cents: 200_001 }, 'budget_spent'],
    [{ pointCents: 1 }, 'initiative_cap'],
    [{ isExisting: true, cents: 25_000 }, null],
    [{ isExisting: true, cents: 25_001 }, 'existing_share_spent'],
    [{ earlierCents: 1 }, 'earlier_waiting'],
    [{ cents: 100_000, earlierCents: 100_000 }, null],
  ])('grants %j unless %s', (more, fault) => {
    expect(faultOf(balance, { ...grant, ...more })).toBe(fault);
  });

  it('is never overspent, in whatever order is granted', () => {
    const anyGrant = fc.record({ cents: fc.integer({ min: 1, max: 200_000 }), isExisting: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 40 }), fc.integer({ min: 0, max: 1_000_000 }), (grants, amount) => {
        let now: Balance = { ...balance, amountCents: amount, grantedCents: 0, existingGrantedCents: 0 };
        for (const one of grants) {
          if (faultOf(now, { ...grant, ...one }) !== null) continue;
          now = {
            ...now,
            grantedCents: now.grantedCents + one.cents,
            existingGrantedCents: now.existingGrantedCents + (one.isExisting ? one.cents : 0),
          };
        }
        expect(leftOf(now)).toBeGreaterThanOrEqual(0);
        expect(BigInt(now.existingGrantedCents) * 100n).toBeLessThanOrEqual(BigInt(amount) * 25n);
      }),
    );
  });
});

describe('what is left over', () => {
  const standing = (villageId: string, leftCents: number, waitingCents = 0, shortCents = 0): Standing => ({
    ...{ villageId, leftCents, waitingCents, shortCents },
  });
  const anyStandings = fc
    .array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000)), { maxLength: 26 })
    .map((all) =>
      all.map(([left, waiting, short], index) => standing(String(index).padStart(2, '0'), left, waiting, short)),
    );

  it('goes in equal shares to who lacks some, and never more than is lacking', () => {
    expect(
      redistribute([standing('acquoy', 500_000), standing('beesd', 0, 30_000), standing('deil', 0, 0, 600_000)]),
    ).toEqual([
      { villageId: 'acquoy', cents: -500_000 },
      { villageId: 'beesd', cents: 30_000 },
      { villageId: 'deil', cents: 470_000 },
    ]);
  });

  it('comes from who has most over, to the cent', () => {
    expect(redistribute([standing('acquoy', 200), standing('beesd', 100), standing('deil', 0, 100)])).toEqual([
      { villageId: 'acquoy', cents: -67 },
      { villageId: 'beesd', cents: -33 },
      { villageId: 'deil', cents: 100 },
    ]);
  });

  it('is for nobody to move or end when it holds no move', () => {
    const official = { personId: 'official', displayName: '', homeVillageId: null };
    const facts = { places: [], cents: 0, mandateCents: 900_000 };
    for (const role of ['official', 'alderman'] as const) {
      const actor = { ...official, roles: [{ role, scopeType: 'municipality', scopeId: 'town' } as const] };
      expect(allowedRedistributionActions('proposed', { ...facts, actor })).toEqual([]);
    }
  });

  it('stays where nobody lacks any, and where it is asked for at home', () => {
    expect(redistribute([standing('acquoy', 200), standing('beesd', 100)])).toEqual([]);
    expect(redistribute([standing('acquoy', 200, 200), standing('beesd', 0, 100)])).toEqual([]);
  });

  it('always adds up to nothing, moves all that can move, and takes no cent that is not over', () => {
    fc.assert(
      fc.property(anyStandings, (standings) => {
        const moves = redistribute(standings);
        expect(moves.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
        const over = (one: Standing): number => one.leftCents - one.waitingCents - one.shortCents;
        const sum = (sign: number): number => standings.reduce((all, one) => all + Math.max(0, sign * over(one)), 0);
        const moved = moves.reduce((all, { cents }) => all + Math.max(0, cents), 0);
        expect(moved).toBe(Math.min(sum(1), sum(-1)));
        for (const { villageId, cents } of moves) {
          const room = over(standings.find((one) => one.villageId === villageId) ?? standing('', 0));
          expect(Math.sign(room)).toBe(-Math.sign(cents));
          expect(Math.abs(cents)).toBeLessThanOrEqual(Math.abs(room));
        }
      }),
    );
  });

  it('is the same however the villages are listed', () => {
    fc.assert(
      fc.property(anyStandings, (standings) => {
        expect(redistribute([...standings].reverse())).toEqual(redistribute(standings));
      }),
    );
  });
});
