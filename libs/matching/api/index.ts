export { addressFault } from './embeddings/addresses';
export { MatchingApiModule } from './matching-api.module';
