export { agendaLimits, agendaParts, dayOf, executorOf, isSilent, pointsIn, sinceOf, statesOnAgenda } from './agendas';
export type {
  AgendaContent,
  AgendaPart,
  AgendaPoint,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
  ExecutingParty,
  Executor,
  FreezeInput,
  ShareInput,
} from './agendas';
export { changeKinds, compareAgendas } from './compare';
export type { AgendaChange, AgendaComparison, ChangeKind } from './compare';
export { agendaActionNames, allowedOn, mayFreeze } from './rights';
export type { AgendaAction, AgendaFacts } from './rights';
