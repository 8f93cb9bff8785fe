export { agendaLimits, agendaParts, dayOf, executorOf, pointsIn, statesOnAgenda } from './agendas';
export type {
  AgendaContent,
  AgendaPart,
  AgendaPoint,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
  ExecutorKind,
  FreezeInput,
  ShareInput,
} from './agendas';
export { changeKinds, compareAgendas } from './compare';
export type { AgendaChange, AgendaComparison, ChangeKind } from './compare';
export { agendaActionNames, allowedOn, mayFreeze } from './rights';
export type { AgendaAction, AgendaFacts } from './rights';
