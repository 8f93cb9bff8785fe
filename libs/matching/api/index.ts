export { readJudgedPairs } from './judged-pairs';
export type { JudgedPair, JudgedText } from './judged-pairs';
export { addressFault } from './embeddings/addresses';
export { MatchingApiModule } from './matching-api.module';
