export { becauseOf } from './because';
export { reasonsOfPair, withoutRepeats } from './read-reasons';
export { reasonsOf } from './reasons';
