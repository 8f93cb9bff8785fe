export { findVillages } from './find-village';
export type { LandTone, MapTopic } from './map-drawing';
export { VillageIndex } from './village-index';
export { VillageLocator } from './village-locator';
export { VillageMap } from './village-map';
export { VillageSearch } from './village-search';
export { Municipality, mapResource, villageResource, villagesResource } from './villages-client';
