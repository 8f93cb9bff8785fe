export type { ProposalEvents } from './events';
export {
  actingTeams,
  actionsTo,
  agendaActions,
  editableStates,
  isAuthor,
  mayDelete,
  mayEdit,
  mayModerate,
  mayRead,
  maySupport,
  moderationActions,
  moveActions,
} from './lifecycles';
export type { AgendaAction, ModerationAction, MoveAction, ProposalAction, ProposalFacts } from './lifecycles';
export { moveTerms, undoableFrom, undoableMoves } from './undoable-moves';
export type { UndoableMove } from './undoable-moves';
export type { PhotoUpdate, PhotoView } from './photos/photos';
export { enteredWays, listOrders, proposalKinds, proposalLimits, themes } from './proposals';
export type {
  AgendaNote,
  EnteredWay,
  FinishInput,
  HoldInput,
  ListOrder,
  MergeInput,
  MoveInput,
  NotFeasibleInput,
  PlanInput,
  PlanOptions,
  PlanView,
  ProposalCounts,
  ProposalImport,
  ProposalInput,
  ProposalKind,
  ProposalSummary,
  ProposalText,
  ProposalUpdate,
  ProposalView,
  SupportCounts,
  Theme,
  TimelineEntry,
  VillageCounts,
  VillageSupport,
  UnplanInput,
} from './proposals';
export {
  actingParties,
  agendaStates,
  agendaSteps,
  closedAgendaStates,
  moderationStates,
  unplannedStates,
} from './states';
export type { ActingParty, AgendaState, ModerationState } from './states';
export { readableVersionStates, versionActions, versionStates } from './versions';
export type { NewTextState, ProposalVersionView, VersionAction, VersionState } from './versions';
