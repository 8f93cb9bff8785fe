export { WaitingQuestions } from './waiting-questions';
