export { houseRules, moderationTerms, reasonLimits } from './moderation';
export type {
  ClaimView,
  Decision,
  DecisionView,
  HouseRule,
  QueueItem,
  ReasonsInput,
  ReconsiderInput,
  StatementOfReasonsView,
} from './moderation';
export { houseRulesNl } from './nl';
