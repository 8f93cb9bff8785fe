export { aLine } from './a-line';
export type { Line, Part } from './a-line';
export { ThreadCalls } from './thread-calls';
