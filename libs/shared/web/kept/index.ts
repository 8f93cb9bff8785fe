export { keptInTab } from './kept-in-tab';
export type { KeptInTab } from './kept-in-tab';
