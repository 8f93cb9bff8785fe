import { splittingOf } from './splitting';

const rules = [
  { fromCents: 0, route: 'single' },
  { fromCents: 5_000_000, route: 'several' },
] as const;
const ruleOf = (cents: number): (typeof rules)[number] | null =>
  rules.filter(({ fromCents }) => fromCents <= cents).at(-1) ?? null;
const other = { caseId: 'x', what: 'bankjes', startedOn: '2026-01-05', estimateCents: 3_000_000 };

describe('attack 26: orders for the same thing', () => {
  it('that pass a threshold together are seen', () => {
    expect(splittingOf(2_500_000, [other], ruleOf)).toMatchObject({
      totalCents: 5_500_000,
      rule: { route: 'several' },
    });
  });

  it.each([
    ['stay below it together', 1_000_000, [other]],
    ['pass it alone', 6_000_000, [other]],
    ['have no others', 2_500_000, []],
  ])('that %s are not', (_, cents, others) => {
    expect(splittingOf(cents, others, ruleOf)).toBeNull();
  });

  it('are seen where no rule holds for one alone', () => {
    expect(splittingOf(2_500_000, [other], (cents) => (cents < 5_000_000 ? null : rules[1]))).not.toBeNull();
    expect(splittingOf(2_500_000, [other], () => null)).toBeNull();
  });
});
