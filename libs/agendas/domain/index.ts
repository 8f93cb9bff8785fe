export {
  agendaLimits,
  agendaParts,
  agendaTerms,
  dayOf,
  dueKinds,
  executorOf,
  isLate,
  pointsIn,
  statesOnAgenda,
} from './agendas';
export type {
  AgendaContent,
  AgendaDue,
  AgendaPart,
  AgendaPoint,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
  DueKind,
  ExecutingParty,
  Executor,
  FreezeInput,
  ShareInput,
} from './agendas';
export type { AgendaEvents } from './events';
export { changeKinds, compareAgendas } from './compare';
export type { AgendaChange, AgendaComparison, ChangeKind } from './compare';
export { agendaActionNames, allowedOn, mayFreeze } from './rights';
export type { AgendaAction, AgendaFacts } from './rights';
