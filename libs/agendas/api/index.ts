export { Folders } from './folders.service';
export { AgendaVersions } from './agenda-versions.service';
export { AgendasApiModule } from './agendas-api.module';
