export { IdentityApiModule } from './identity-api.module';
export { PeopleRegistry } from './people.registry';
export type { NewPerson, RolePeriod } from './people.registry';
export { Sessions } from './sessions.service';
