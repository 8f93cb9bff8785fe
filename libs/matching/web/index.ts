export { MatchingClient, similarResource, topicsResource, villageSimilarResource } from './matching-client';
