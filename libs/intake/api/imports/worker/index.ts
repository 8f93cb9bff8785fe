export type { FileAnswer, FileTable } from './messages';
export { UnreadableFile } from './messages';
export { readTable } from './read-table';
