export { AskTokens } from './ask-tokens';
export { IntroductionsService } from './introductions.service';
export { readJudgedPairs } from './judged-pairs';
export type { JudgedPair, JudgedText } from './judged-pairs';
export { addressFault } from './embeddings/addresses';
export { MatchingApiModule } from './matching-api.module';
export { MatchFlags } from './match-flags';
export type { AcceptedFlag } from './match-flags';
export { flagAccepted, flagAnswered, flagDeclined, flagIntroduced } from './matching.events';
