export { CollaborationCalls, fullTerms } from './collaboration-calls';
export type { CollaborationAnswer } from './collaboration-calls';
