export { GroupRoles } from './group-roles.service';
export { Actors } from './actors.service';
export { IdentityApiModule } from './identity-api.module';
export { PeopleRegistry } from './people.registry';
export type { Contact, NewPerson, RolePeriod } from './people.registry';
export { Rights } from './rights.service';
export { ScopeSource } from './scope-source';
export { Sessions } from './sessions.service';
