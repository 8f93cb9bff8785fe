export type { NewsEvents } from './events';
export { newsActions, newsFaults, newsKinds, newsLimits, newsVoices } from './items';
export type { NewsAction, NewsInput, NewsItem, NewsKind, NewsPage, NewsVoice } from './items';
export {
  letterActions,
  letterHome,
  letterLimits,
  letterParts,
  letterStates,
  mayReadLetter,
  maySpeakFor,
  mayWriteLetter,
  nextPeriod,
  periodFaults,
} from './letters';
export type {
  LetterAction,
  LetterEdit,
  LetterFacts,
  LetterInput,
  LetterLine,
  LetterLineInput,
  LetterMoment,
  LetterOwner,
  LetterPart,
  LetterPeriod,
  LetterPoint,
  LetterState,
  LetterSummary,
  LetterView,
  LettersOf,
  LettersView,
  NewsFacts,
} from './letters';
export {
  eventActions,
  eventFaults,
  eventKinds,
  eventLimits,
  eventStateAt,
  eventStates,
  isFull,
  outcomeOwners,
} from './village-events';
export type {
  EventAction,
  EventFacts,
  EventInput,
  EventKind,
  EventOutcome,
  EventState,
  EventSummary,
  EventView,
  EventsPage,
  OutcomeInput,
  OutcomeOwner,
} from './village-events';
export { storyLimits } from './stories';
export type { Story } from './stories';
