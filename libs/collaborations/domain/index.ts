export {
  collaborationActionNames,
  collaborationLimits,
  historyKinds,
  missingTerms,
  neededTerms,
  partyActionNames,
} from './collaborations';
export type {
  AgreementInput,
  CastInput,
  CloseInput,
  CollaborationAction,
  CollaborationPage,
  CollaborationSummary,
  CollaborationView,
  DocumentInput,
  DocumentView,
  Goal,
  HistoryEntry,
  HistoryKind,
  JoinInput,
  NeededTerm,
  PartiesOnly,
  PartyAction,
  PartyView,
  ReasonInput,
  StartInput,
  TaskInput,
  TaskView,
  TermsInput,
} from './collaborations';
export type { CollaborationEvents } from './events';
export {
  mayBringInTeam,
  mayLeave,
  mayStart,
  partnerKinds,
  partyKinds,
  partyRoles,
  signsFor,
  steers,
  takesPart,
  workingRoles,
  worksFor,
  worksOn,
} from './parties';
export type { CollaborationFacts, PartnerKind, PartyFacts, PartyKind, PartyRole } from './parties';
export { collaborationPhases, isOpen, mayAgree, mayWork, openPhases, phaseActions, phaseSteps } from './phases';
export type { CollaborationPhase, PhaseAction, PhaseFacts } from './phases';
