export { bundlesOf, proposalTextOf } from './bundles';
export type { Bundle } from './bundles';
export { closingLimits, eveningActions, eveningLimits, eveningStates, nextMorning } from './evenings';
export type {
  CloseEveningInput,
  EveningAction,
  EveningFacts,
  EveningInput,
  EveningNoteInput,
  EveningNoteView,
  EveningState,
  EveningSummary,
  EveningView,
} from './evenings';
export { readLine } from './lines';
export type { ReadLine } from './lines';
export { resembling } from './resembling';
