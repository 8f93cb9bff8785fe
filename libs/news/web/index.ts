export { LettersClient, letterResource, lettersResource } from './letters-client';
export { letterWords, newsWords } from './nl';
export { NewsClient, newsResource } from './news-client';
