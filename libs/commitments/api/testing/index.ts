export { PromiseCalls, promiseBodies, storyBody } from './promise-calls';
