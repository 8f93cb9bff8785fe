export { LetterCalls } from './letter-calls';
export { peopleAround, speaks } from './people';
export { aTogether } from './together';
export type { TestSide, TestTogether } from './together';
