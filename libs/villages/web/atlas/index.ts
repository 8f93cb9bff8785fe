export type { LandTone, MapTopic } from './map-drawing';
export { VillageIndex } from './village-index';
export { VillageMap } from './village-map';
export { VillageSearch } from './village-search';
