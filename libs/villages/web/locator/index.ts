export { VillageLocator } from './village-locator';
