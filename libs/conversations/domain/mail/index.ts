export { mailLimits } from './limits';
export { replyText } from './reply-text';
