export { IntakeApiModule } from './intake-api.module';
export { wishEntered } from './intake.events';
export { WishClaims } from './wish-claims.service';
export type { ClaimMail } from './wish-claims.service';
