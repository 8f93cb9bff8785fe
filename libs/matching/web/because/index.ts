export { Because } from './because';
export { becauseOf, withReasons } from './sentence';
