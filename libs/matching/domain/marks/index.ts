export { markWords, sentenceWith } from './marks';
export type { Piece } from './marks';
