export type { CommitmentEvents } from './events';
export type { FiguresView, ThemeFigures, VillageFigures } from './figures';
export {
  actingPart,
  allowedCommitmentActions,
  allowedPointActions,
  commitmentActionNames,
  commitmentActions,
  isPossibleOn,
  keepingPart,
  pointActions,
  promisingPart,
  promisingParts,
  speakingTeams,
} from './promise-actions';
export type { CommitmentAction, CommitmentFacts, PointAction, PromisingPart } from './promise-actions';
export {
  commitmentSteps,
  feasibilityOutcomes,
  promiseLimits,
  refreshStates,
  refreshTerms,
  updateKinds,
} from './promises';
export type {
  AnswerInput,
  AskInput,
  CommitmentInput,
  CommitmentStep,
  CommitmentStepKind,
  CommitmentSummary,
  CommitmentView,
  Feasibility,
  FeasibilityInput,
  FeasibilityOutcome,
  KeepInput,
  Milestone,
  MilestoneInput,
  MilestoneUpdate,
  MoveInput,
  OfficialAnswer,
  PromiseOptions,
  PromisesView,
  RefreshInput,
  RefreshLinkView,
  RefreshState,
  StatusUpdate,
  UpdateInput,
  UpdateKind,
  UpdatePhotoInput,
  WithdrawInput,
} from './promises';
export {
  commitmentStates,
  escalationLevels,
  escalationSteps,
  escalationsDue,
  figureOf,
  noFigures,
  standingOf,
  standings,
  workingDaysLate,
} from './standing';
export type { CommitmentState, EscalationLevel, Figures, Pause, Standing, StandingFacts } from './standing';
export { workLimits } from './work';
export type { Counted, PromiseWork, SilentPoint, SilentVillage } from './work';
