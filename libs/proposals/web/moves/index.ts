export { MovesClient } from './moves-client';
