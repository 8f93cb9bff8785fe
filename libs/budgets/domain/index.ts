export {
  allowedApplicationActions,
  applicationActions,
  applicationStates,
  applyingSides,
  applyingSidesOf,
  mayDecide,
  mayReadApplication,
  mayReadContact,
  moveTo,
  openApplicationStates,
} from './actions';
export type { ApplicationAction, ApplicationFacts, ApplicationState, ApplyingSide } from './actions';
export { existingLeftOf, faultOf, leftOf } from './balance';
export type { Balance, Grant, GrantFault } from './balance';
export type { BudgetEvents } from './events';
export { applicationLimits } from './inputs';
export type { AdviceInput, ApplicationInput, DecisionInput, NoteInput } from './inputs';
export { redistribute } from './redistribution';
export type { Move, Standing } from './redistribution';
export { allowedRedistributionActions, mayReadRedistributions, mayRedistribute } from './redistribution-rights';
export type { RedistributionFacts } from './redistribution-rights';
export { budgetRuleLimits, isDayOfYear, ruleOf } from './rules';
export type { BudgetRule, BudgetRuleInput, BudgetRuleView } from './rules';
export { budgetTerms, completeBy, objectBy, pausedFor, termOf } from './terms';
export { redistributionActions, redistributionStates } from './views';
export type {
  AnsweredQuestion,
  ApplicationSummary,
  ApplicationView,
  CriterionView,
  GrantedView,
  RedistributionAction,
  RedistributionState,
  RedistributionView,
  VillageBudgetView,
} from './views';
