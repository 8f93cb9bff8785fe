export { ImportsClient } from './imports';
