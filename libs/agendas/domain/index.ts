export {
  agendaLimits,
  agendaParts,
  dayOf,
  dueKinds,
  executorOf,
  isLate,
  isSilent,
  pointsIn,
  sinceOf,
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
  ExecutorKind,
  FreezeInput,
  ShareInput,
} from './agendas';
export { changeKinds, compareAgendas } from './compare';
export type { AgendaChange, AgendaComparison, ChangeKind } from './compare';
export { agendaActionNames, allowedOn, mayFreeze } from './rights';
export type { AgendaAction, AgendaFacts } from './rights';
