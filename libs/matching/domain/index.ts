export { amountOf } from './amounts';
export {
  allowedAskActions,
  answersFor,
  askActionNames,
  askActions,
  askAnswerers,
  askDeclineReasons,
  askEndings,
  askLimits,
  askStates,
  fewestSides,
  outcomeOf,
} from './asks';
export type {
  AcceptAskInput,
  AskAction,
  AskAnswerer,
  AskDeclineReason,
  AskEnding,
  AskFacts,
  AskState,
  AskView,
  DeclineAskInput,
  IntroducedView,
  LinkInput,
  SideView,
} from './asks';
export type { MatchIndex, SimilarOptions, SimilarPoint } from './candidates';
export { createIndex } from './candidates';
export { benefitOf, themeOf } from './benefit';
export type { BenefitSide } from './benefit';
export { hasMateriallyChanged, stemsOf } from './changed-texts';
export type { Cluster, ClusterPoint, PointPair } from './clusters';
export { cluster } from './clusters';
export { createEngine } from './engine';
export { compareWithMeaning } from './meanings';
export { conceptFaults, isConceptless, mergeConcepts, ownConceptId, tidyConcept } from './lexicon-changes';
export type { NormalPart, NormalWord } from './normal-words';
export { normalWords } from './normal-words';
export { keepIdentities } from './flag-identity';
export type { FlaggedCluster, KnownFlag } from './flag-identity';
export {
  allowedFlagActions,
  declineReasons,
  declinedReasons,
  isTimeFor,
  matchFlagActionNames,
  matchFlagActions,
  matchFlagLimits,
  matchFlagSteps,
  mayCorrectAmount,
  worksOn,
} from './flags';
export type {
  AmountInput,
  DeclineInput,
  DeclineReason,
  DeclinedReason,
  MatchFlagAction,
  MatchFlagFacts,
  MatchFlagLifecycle,
  MatchFlagStep,
  SnoozeInput,
} from './flags';
export { reasonsOf } from './reasons';
export { totalOf } from './totals';
export { previewOf } from './preview';
export type { ClusterChange, LexiconPreview, PreviewPoint, PreviewQuestion, ReadingChange } from './preview';
export { shippedConcepts } from './shipped-lexicon';
export { isWithinTypo } from './spelling';
export type { NearVector, VectorIndex } from './vectors';
export { createVectorIndex, normalise } from './vectors';
export type { Concept, Engine, Evidence, EvidenceKind, Feature, Features, Judgement, Match, Text } from './types';
export type {
  AmountView,
  Benefit,
  DeclinedView,
  EvidenceView,
  FlagPoint,
  MatchBoard,
  MatchFlagState,
  MatchFlagView,
  MatchTier,
  MatchTopic,
  PointSimilar,
  ReasonView,
  SimilarAnswer,
  SimilarInput,
  SimilarView,
} from './views';
export { benefits, matchFlagStates, matchTiers, similarLimits } from './views';
