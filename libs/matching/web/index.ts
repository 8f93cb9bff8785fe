export { MatchingClient, similarResource, topicsResource } from './matching-client';
