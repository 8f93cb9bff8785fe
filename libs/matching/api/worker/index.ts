export type { WorkerData } from './messages';
export { serveMatching } from './serve';
