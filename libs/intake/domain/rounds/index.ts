export { mayHoldRound, roundActions, roundRoles } from './rights';
export type { RoundAction, RoundFacts } from './rights';
export {
  adjustmentFaults,
  daysBetween,
  daysLeftAt,
  roundChannels,
  roundFaults,
  roundLimits,
  roundStateAt,
  roundStates,
  roundWays,
  wallPartOf,
  wallParts,
} from './rounds';
export type {
  RoundAdjustment,
  RoundChannel,
  RoundCounts,
  RoundInput,
  RoundPeriod,
  RoundState,
  RoundSummary,
  RoundView,
  RoundWay,
  RoundWish,
  WallPart,
} from './rounds';
