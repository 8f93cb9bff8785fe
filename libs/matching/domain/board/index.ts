export { askDeclineReasons, askLimits } from '../asks';
export { declineReasons, matchFlagLimits } from '../flags';
export { benefits } from '../views';
