export { PromiseWorkList } from './promise-work-list';
