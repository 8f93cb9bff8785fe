export { AdoptionsClient, adoptionsResource } from './adoptions-client';
