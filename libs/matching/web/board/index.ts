export { BoardClient, boardResource, flagResource, pointCount } from './board-client';
export type { BoardFilter } from './board-client';
export { amountName, benefitWords, declineWords } from './nl';
