export { ThresholdsClient, thresholdsResource } from './thresholds-client';
export { kindWords, routeWords } from './nl';
