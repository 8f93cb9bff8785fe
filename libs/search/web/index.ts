export { SearchClient, searchResource } from './search-client';
