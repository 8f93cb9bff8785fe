export { enteringLimits, enteringRoles, mayEnterFor } from './entered-wishes';
export type { ClaimView, ClaimState, EnteredWishInput, EnteredWishView } from './entered-wishes';
export type { IntakeEvents } from './events';
export { batchActions, importLimits, readRows } from './imports';
