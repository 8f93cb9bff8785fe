export { MandatesClient, mandatesResource } from './mandates-client';
export { PeopleClient, peopleResource, personResource } from './people-client';
export type { PeopleFilter } from './people-client';
export { nl as roleWords } from './nl';
