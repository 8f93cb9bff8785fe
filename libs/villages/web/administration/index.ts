export { AdministrationClient, areasResource, teamsRegisterResource } from './administration-client';
export { SettingsClient, settingsResource } from './settings-client';
