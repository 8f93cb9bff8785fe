export { PromiseCalls, promiseBodies } from './promise-calls';
