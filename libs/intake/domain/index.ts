export { enteredClaimStates, enteringLimits, enteringRoles, mayEnterFor } from './entered-wishes';
export type { ClaimView, ClaimState, EnteredClaimState, EnteredWishInput, EnteredWishView } from './entered-wishes';
export type { IntakeEvents } from './events';
export { batchActions, importLimits, readRows } from './imports';
