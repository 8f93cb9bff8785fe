export type { ProposalEvents } from './events';
export {
  agendaActions,
  editableStates,
  isAuthor,
  mayDelete,
  mayEdit,
  mayModerate,
  mayRead,
  maySupport,
  moderationActions,
} from './lifecycles';
export type { AgendaAction, ModerationAction, ProposalAction, ProposalFacts } from './lifecycles';
export { listOrders, proposalKinds, proposalLimits, themes } from './proposals';
export type {
  AgendaNote,
  HoldInput,
  ListOrder,
  MergeInput,
  NotFeasibleInput,
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
} from './proposals';
export { actingParties, agendaStates, agendaSteps, closedAgendaStates, moderationStates } from './states';
export type { ActingParty, AgendaState, ModerationState } from './states';
export { readableVersionStates, versionActions, versionStates } from './versions';
export type { NewTextState, ProposalVersionView, VersionAction, VersionState } from './versions';
