export type { CommitmentEvents } from './events';
export { figured } from './figures';
export type { Figured, FiguresView, Placed, ThemeFigures, VillageFigures } from './figures';
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
export { commitmentSteps, feasibilityOutcomes, promiseLimits, refreshStates, updateKinds } from './promises';
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
  HideSaidInput,
  Hideable,
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
  Story,
  StoryInput,
  UpdateInput,
  UpdateKind,
  UpdatePhotoInput,
  WithdrawInput,
} from './promises';
export { allowedSaidActions, canBeHidden, mayChangeSaid, mayReadHiddenSaid, saidActions } from './said-actions';
export type { SaidAction, SaidFacts } from './said-actions';
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
export { askedStates, isSilent, refreshTerms, silentBefore, sinceOf } from './silence';
export type { StatusSince } from './silence';
export { workLimits } from './work';
export type { Counted, PromiseWork, SilentPoint, SilentVillage } from './work';
