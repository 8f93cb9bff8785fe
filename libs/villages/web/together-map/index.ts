export { TogetherMap } from './together-map';
