export { EnteredWishesService } from './entered-wishes.service';
export { IntakeApiModule } from './intake-api.module';
export { wishEntered } from './intake.events';
export { RoundLists } from './rounds/round-lists.service';
export { Rounds } from './rounds/rounds.service';
export { WishClaims } from './wish-claims.service';
export type { ClaimMail } from './wish-claims.service';
