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
