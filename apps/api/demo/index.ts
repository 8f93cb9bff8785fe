export { DemoClock } from './demo-clock';
export { DemoRefused, loadDemo } from './load-demo';
