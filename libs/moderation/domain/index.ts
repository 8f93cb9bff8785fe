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
export { reasonedDecisions, textBlockLimits } from './text-blocks';
export type { ReasonedDecision, TextBlockInput, TextBlockView } from './text-blocks';
