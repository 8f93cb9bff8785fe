export { ModerationClient, queueResource } from './moderation-client';
export { houseRuleWords } from './nl';
