export { textDiff } from './text-diff';
export type { TextPiece } from './text-diff';
