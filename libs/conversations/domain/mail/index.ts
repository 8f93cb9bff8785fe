export { bouncedForGood, isOfAddress } from './bounce';
export { mailLimits } from './limits';
export { replyText } from './reply-text';
