export { LettersClient, letterResource, lettersResource } from './letters-client';
export { letterWords } from './nl';
