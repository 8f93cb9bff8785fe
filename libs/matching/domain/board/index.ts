export { declineReasons, matchFlagLimits } from '../flags';
export { benefits } from '../views';
