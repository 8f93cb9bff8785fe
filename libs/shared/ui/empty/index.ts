export { Empty } from './empty';
