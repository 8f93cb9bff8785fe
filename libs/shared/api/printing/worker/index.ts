export { servePrinting } from './serve';
