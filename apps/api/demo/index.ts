export { DemoRefused, loadDemo } from './load-demo';
