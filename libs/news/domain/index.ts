export type { NewsEvents } from './events';
export { newsActions, newsFaults, newsKinds, newsLimits, newsVoices } from './items';
export type { NewsAction, NewsInput, NewsItem, NewsKind, NewsPage, NewsVoice } from './items';
export {
  letterActions,
  letterLimits,
  letterParts,
  letterStates,
  mayReadLetter,
  maySpeakFor,
  nextPeriod,
  periodFaults,
  speakingRoles,
} from './letters';
export type {
  LetterAction,
  LetterEdit,
  LetterInput,
  LetterLine,
  LetterLineInput,
  LetterPart,
  LetterPeriod,
  LetterState,
  LetterSummary,
  LetterView,
  LettersView,
  NewsFacts,
} from './letters';
