export { ErrorSummary } from './error-summary';
export type { SummaryError } from './error-summary';
export { Control, Field } from './field';
