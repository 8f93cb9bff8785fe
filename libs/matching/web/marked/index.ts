export { Marked } from './marked';
