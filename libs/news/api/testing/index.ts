export { LetterCalls } from './letter-calls';
