export { Collaborations } from './collaborations';
export type { Happened, LockedCollaboration } from './collaborations';
export { collaborationHappened } from './collaborations.events';
export { CollaborationsService } from './collaborations.service';
export { CollaborationsApiModule } from './collaborations-api.module';
export { PartiesService } from './parties.service';
export type { PartyRow } from './collaborations.queries';
export { WorkService } from './work.service';
