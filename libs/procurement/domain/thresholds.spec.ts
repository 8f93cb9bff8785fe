import * as fc from 'fast-check';
import { moneyLimits } from '@kernagenda/shared/domain';
import { purchaseKinds, purchaseRoutes } from './routes';
import type { PurchaseRoute } from './routes';
import { routeFor } from './thresholds';
import type { ThresholdRule } from './thresholds';

const rule = (route: PurchaseRoute, euros: number, from = '2026-01-01', until: string | null = '2027-12-31') => ({
  kind: 'goods_services' as const,
  route,
  fromCents: euros * 100,
  validFrom: from,
  validUntil: until,
  source: 'een bron',
  sourceUrl: 'https://bron.test',
});
const ladder = [
  rule('single', 0, '2022-01-01', null),
  rule('several', 50_000, '2022-01-01', null),
  rule('european', 221_000, '2024-01-01', '2025-12-31'),
  rule('european', 216_000),
];

describe('the way of buying', () => {
  it.each([
    [0, '2026-03-02', 'single', 'several'],
    [49_999, '2026-03-02', 'single', 'several'],
    [50_000, '2026-03-02', 'several', 'european'],
    [216_000, '2026-03-02', 'european', undefined],
    [220_999, '2025-12-31', 'several', 'european'],
    [220_999, '2026-01-01', 'european', undefined],
    [900_000, '2028-01-01', 'several', undefined],
    [900_000, '2021-12-31', undefined, undefined],
  ])('for € %d on %s is %s, and above it %s', (euros, day, holds, above) => {
    const { rule: found, next } = routeFor(ladder, 'goods_services', euros * 100, day);
    expect([found?.route, next?.route]).toEqual([holds, above]);
  });

  it('names the amount of the day', () => {
    const european = (day: string) => routeFor(ladder, 'goods_services', 30_000_000, day).rule?.fromCents;
    expect([european('2025-12-31'), european('2026-01-01')]).toEqual([22_100_000, 21_600_000]);
  });

  it('is not read from the rules for something else', () => {
    expect(routeFor(ladder, 'works', 100_000, '2026-03-02')).toEqual({ rule: null, next: null });
  });
});

describe('whatever the rules are', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`);
  const cents = fc.integer({ min: 0, max: moneyLimits.cents });
  const anyRule: fc.Arbitrary<ThresholdRule> = fc.record({
    kind: fc.constantFrom(...purchaseKinds),
    route: fc.constantFrom(...purchaseRoutes),
    fromCents: fc.oneof(cents, fc.integer({ min: 0, max: 10 })),
    validFrom: day,
    validUntil: fc.option(day),
    source: fc.constant('een bron'),
    sourceUrl: fc.constant('https://bron.test'),
  });
  const rules = fc.array(anyRule, { maxLength: 12 });
  const kind = fc.constantFrom(...purchaseKinds);
  const rank = (found: ThresholdRule | null): number => (found ? purchaseRoutes.indexOf(found.route) : -1);

  it('there is an answer for every amount and day, of a rule that holds then', () => {
    fc.assert(
      fc.property(rules, kind, cents, day, (all, what, amount, on) => {
        const { rule: found, next } = routeFor(all, what, amount, on);
        const reached = all.some(
          (one) =>
            one.kind === what &&
            one.fromCents <= amount &&
            one.validFrom <= on &&
            (one.validUntil === null || one.validUntil >= on),
        );
        expect(found !== null).toBe(reached);
        for (const one of [found, next]) {
          if (!one) continue;
          expect([one.kind, one.validFrom <= on, (one.validUntil ?? on) >= on]).toEqual([what, true, true]);
        }
        if (found) expect(found.fromCents).toBeLessThanOrEqual(amount);
        if (next) {
          expect(next.fromCents).toBeGreaterThan(amount);
          expect(rank(next)).toBeGreaterThan(rank(found));
        }
      }),
    );
  });

  it('more money never asks less, and reaching the next rule brings at least what it asks', () => {
    fc.assert(
      fc.property(rules, kind, cents, cents, day, (all, what, one, other, on) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const low = routeFor(all, what, less, on);
        expect(rank(routeFor(all, what, more, on).rule)).toBeGreaterThanOrEqual(rank(low.rule));
        if (low.next) {
          const there = routeFor(all, what, low.next.fromCents, on).rule;
          expect(rank(there)).toBeGreaterThanOrEqual(rank(low.next));
        }
      }),
    );
  });
});
