export type { MatchIndex, SimilarOptions, SimilarPoint } from './candidates';
export { createIndex } from './candidates';
export type { Cluster, ClusterPoint, PointPair } from './clusters';
export { cluster } from './clusters';
export { createEngine } from './engine';
export { compareWithMeaning } from './meanings';
export type { NormalPart, NormalWord } from './normal-words';
export { normalWords } from './normal-words';
export { isWithinTypo } from './spelling';
export type { Engine, Evidence, EvidenceKind, Feature, Features, Judgement, Match, Text } from './types';
export type { NearVector, VectorIndex } from './vectors';
export { createVectorIndex, normalise } from './vectors';
export type {
  EvidenceView,
  MatchFlagState,
  MatchFlagView,
  MatchTier,
  MatchTopic,
  PointSimilar,
  SimilarAnswer,
  SimilarInput,
  SimilarView,
} from './views';
export { matchFlagStates, matchTiers, similarLimits } from './views';
