export { aSide, approved, board, decide, flagWith, pointsOf, requireFlag, wrong } from './sides';
export type { FlagAnswer, Side } from './sides';
