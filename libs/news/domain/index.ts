export type { NewsEvents } from './events';
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
