export { DecisionsService } from './decisions.service';
export { ModerationApiModule } from './moderation-api.module';
export { ModerationDecisions } from './moderation-decisions';
export type { KeptDecision } from './moderation-decisions';
