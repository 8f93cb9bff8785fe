export { ImportsClient } from './imports';
export { IntakeClient, claimResource, enteredWishesResource, enteringVillagesResource } from './intake-client';
