export { EveningOutcomes } from './evenings/evening-outcomes.service';
export type { OutcomeMail } from './evenings/evening-outcomes.service';
export { eveningOutcome } from './evenings/evenings.events';
export { IntakeApiModule } from './intake-api.module';
export { wishEntered } from './intake.events';
export { WishClaims } from './wish-claims.service';
export type { ClaimMail } from './wish-claims.service';
