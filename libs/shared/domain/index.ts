export { allowedActions, defineActions, stateAfter } from './actions';
export type { Action, ActionTable } from './actions';
export { auditLimits } from './audit';
export type { AuditEntryView } from './audit';
export {
  addDays,
  amsterdamDay,
  amsterdamHour,
  daysAfter,
  endOfAmsterdamDay,
  isDay,
  isDutchHoliday,
  isWorkingDay,
  startOfAmsterdamDay,
  workingDaysAfter,
} from './calendar';
export { imageLimits, imageSizes, imageTypes } from './images';
export type { ImageSize } from './images';
export { moneyLimits } from './money';
export { pageLimits } from './paging';
export type { Page } from './paging';
export { periodWithin, toPeriod } from './periods';
export type { Period, PeriodInput } from './periods';
export { Problem, invalidField, problemKinds } from './problems';
export type { FieldError, ProblemBody, ProblemCode, ProblemKind } from './problems';
export { roomKinds } from './realtime';
export type { Change, ClientToServer, Room, RoomKind, ServerToClient } from './realtime';
export { oneLine } from './texts';
