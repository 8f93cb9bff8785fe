export { LetterCalls } from './letter-calls';
export { peopleAround, speaks } from './people';
