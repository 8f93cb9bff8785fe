export { aLine, anotherMunicipality } from './a-line';
export type { Line, Part } from './a-line';
export { sendMail } from './send-mail';
export type { SentMail } from './send-mail';
export { ThreadCalls } from './thread-calls';
