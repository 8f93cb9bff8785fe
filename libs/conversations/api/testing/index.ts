export { ThreadCalls } from './thread-calls';
