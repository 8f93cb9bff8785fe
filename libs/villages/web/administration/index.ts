export { AdministrationClient, areasResource, teamsRegisterResource } from './administration-client';
