export { DemoRefused, loadDemo } from './load-demo';
export { pointRows, pointsSheet } from './points-sheet';
