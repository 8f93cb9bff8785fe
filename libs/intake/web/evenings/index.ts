export { EveningBook } from './evening-book';
export type { Refusal, Standing } from './evening-book';
export { packForOffline } from './evening-pack';
export { EVENING_STORE } from './evening-store';
export type { EveningStore, KeptNote } from './evening-store';
export { EveningsClient, eveningsResource } from './evenings-client';
