export { allowedActions, defineActions, stateAfter } from './actions';
export type { Action, ActionTable } from './actions';
export { amsterdamDay, endOfAmsterdamDay, isDutchHoliday, isWorkingDay, workingDaysAfter } from './calendar';
export { pageLimits } from './paging';
export type { Page } from './paging';
export { Problem, problemKinds } from './problems';
export type { FieldError, ProblemBody, ProblemCode, ProblemKind } from './problems';
export { roomKinds } from './realtime';
export type { Change, ClientToServer, Room, RoomKind, ServerToClient } from './realtime';
