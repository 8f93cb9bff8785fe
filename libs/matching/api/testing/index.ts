export { anAcceptedFlag, answerAsk, inGroup, introduced, readAsk, sideOf } from './introduced';
export type { AskAnswerOf } from './introduced';
export { aSide, approved, board, decide, flagWith, pointsOf, requireFlag, wrong } from './sides';
export type { FlagAnswer, Side } from './sides';
