import { purchaseRoutes } from './routes';
import type { PurchaseKind, RouteRule } from './routes';

/** Lengths in characters. */
export const thresholdLimits = { source: { min: 4, max: 500 }, sourceUrl: 500 } as const;

/** From this amount on, in euro cents without VAT, this route is asked on the days this holds. */
export interface ThresholdRule extends RouteRule {
  readonly kind: PurchaseKind;
  /** Days `yyyy-mm-dd`, both included; null while nobody knows the last one. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Who says so, in words for people, with its page. */
  readonly source: string;
  readonly sourceUrl: string;
}

export type ThresholdInput = ThresholdRule;

export interface ThresholdView extends ThresholdRule {
  readonly id: string;
  /** The number for `If-Match`. */
  readonly version: number;
}

export interface RouteFound<Rule extends ThresholdRule = ThresholdRule> {
  /** The rule that holds; null where none does. */
  readonly rule: Rule | null;
  /** The first rule above it that asks more; null where none does. */
  readonly next: Rule | null;
}

const rankOf = ({ route }: ThresholdRule): number => purchaseRoutes.indexOf(route);

/**
 * The rule for buying something of this value on a day, and the one that would hold if it cost more. Of all rules an
 * amount reaches the one that asks most holds, so that more money never asks less.
 * @param cents estimated value of all of it together, in euro cents without VAT
 * @param day `yyyy-mm-dd`
 */
export function routeFor<Rule extends ThresholdRule>(
  rules: readonly Rule[],
  kind: PurchaseKind,
  cents: number,
  day: string,
): RouteFound<Rule> {
  const valid = rules.filter(
    (rule) => rule.kind === kind && rule.validFrom <= day && (rule.validUntil === null || rule.validUntil >= day),
  );
  const rule = valid
    .filter(({ fromCents }) => fromCents <= cents)
    .reduce<Rule | null>((most, one) => (most && rankOf(most) >= rankOf(one) ? most : one), null);
  const next = valid
    .filter((one) => one.fromCents > cents && (!rule || rankOf(one) > rankOf(rule)))
    .reduce<Rule | null>((first, one) => (first && first.fromCents <= one.fromCents ? first : one), null);
  return { rule, next };
}
