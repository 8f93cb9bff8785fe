import { purchaseRoutes } from './routes';
import type { RouteRule } from './routes';

/** Orders for the same thing that began within this many months count together. */
export const splittingMonths = 12;

/** Another purchase of the same thing. */
export interface OtherPurchase {
  readonly caseId: string;
  readonly what: string;
  /** A day `yyyy-mm-dd`. */
  readonly startedOn: string;
  readonly estimateCents: number;
}

/** Purchases that stay below a threshold one by one and pass it together. */
export interface Splitting<Rule extends RouteRule = RouteRule> {
  readonly totalCents: number;
  /** What holds for them together. */
  readonly rule: Rule;
  readonly others: readonly OtherPurchase[];
}

/**
 * Whether orders for the same thing ask for a heavier route together than this one alone; null when they do not.
 * @param ruleOf the rule that holds for a value, or null
 */
export function splittingOf<Rule extends RouteRule>(
  estimateCents: number,
  others: readonly OtherPurchase[],
  ruleOf: (cents: number) => Rule | null,
): Splitting<Rule> | null {
  const totalCents = others.reduce((sum, other) => sum + other.estimateCents, estimateCents);
  const [alone, rule] = [ruleOf(estimateCents), ruleOf(totalCents)];
  const rankOf = (of: Rule | null): number => (of ? purchaseRoutes.indexOf(of.route) : -1);
  return rule && rankOf(rule) > rankOf(alone) ? { totalCents, rule, others } : null;
}
