export { IntakeClient, claimResource, enteredWishesResource, enteringVillagesResource } from './intake-client';
