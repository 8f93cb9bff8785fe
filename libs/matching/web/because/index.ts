export { Because } from './because';
export { withReasons } from './sentence';
