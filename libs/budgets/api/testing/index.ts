export { aBudgetTown, anotherPoint, giveMandate, withBudgetRule } from './a-budget-town';
export type { BudgetTown } from './a-budget-town';
export { BudgetCalls, aBudgetRule } from './budget-calls';
export type { ApplicationAnswer, RedistributionAnswer } from './budget-calls';
