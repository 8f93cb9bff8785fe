export { aPerson } from './a-person';
export type { PersonOptions, TestPerson } from './a-person';
