export { searchLimits, themeNames } from './search';
export type { Correction, SearchAnswer, SearchFilter } from './search';
