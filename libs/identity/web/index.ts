export { safeReturnPath } from './return-path';
export { Session } from './session';
