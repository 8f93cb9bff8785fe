export { DemoClock } from './demo-clock';
export { DemoRefused, loadDemo } from './load-demo';
export { pointRows, pointsSheet } from './points-sheet';
