export { reasonsOfPair, withoutRepeats } from './read-reasons';
export { reasonsOf } from './reasons';
