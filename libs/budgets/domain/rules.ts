import { isDay, moneyLimits } from '@kernagenda/shared/domain';

/** Lengths in characters, counts, whole cents, and whole percents. */
export const budgetRuleLimits = {
  year: { min: 2000, max: 2100 },
  cents: moneyLimits.cents,
  percent: 100,
  criterion: { min: 4, max: 200 },
  criteria: 20,
  source: { min: 4, max: 500 },
  sourceUrl: 500,
} as const;

/** What holds for the budgets of a year and of every year after it, until a rule of a later year. */
export interface BudgetRule {
  readonly fromYear: number;
  /** What a village has for a year, in euro cents. */
  readonly villageCents: number;
  /** The most that one point gets in a year, in euro cents. */
  readonly initiativeCents: number;
  /** How much of what a village has may go to activities that exist already, in whole percents. */
  readonly existingPercent: number;
  /** The day `mm-dd` from which what is left may be proposed for villages that ran out. */
  readonly redistributesOn: string;
  /** What an application is looked at by, in words everybody may read. */
  readonly criteria: readonly string[];
  /** Who says so, in words for people, with its page. */
  readonly source: string;
  readonly sourceUrl: string;
  /** Whether some of it was made up, for want of a public source. */
  readonly isExample: boolean;
}

export type BudgetRuleInput = BudgetRule;

export interface BudgetRuleView extends BudgetRule {
  readonly id: string;
  /** The number for `If-Match`. */
  readonly version: number;
}

/** The rule that holds in a year; null where there is none yet. */
export const ruleOf = <Rule extends BudgetRule>(rules: readonly Rule[], year: number): Rule | null =>
  rules
    .filter(({ fromYear }) => fromYear <= year)
    .reduce<Rule | null>((last, rule) => (last && last.fromYear > rule.fromYear ? last : rule), null);

/** Whether a text is a day of every year, as `mm-dd`. */
export const isDayOfYear = (text: string): boolean => /^\d{2}-\d{2}$/.test(text) && isDay(`2001-${text}`);
