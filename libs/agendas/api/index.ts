export { Folders } from './folders.service';
export { agendaReminded } from './agendas.events';
export { AgendaReminders } from './reminders.service';
export { AgendaVersions } from './agenda-versions.service';
export { AgendasApiModule } from './agendas-api.module';
export { writeAtom } from './feed';
export type { FeedEntry } from './feed';
export { stateWords } from './nl';
