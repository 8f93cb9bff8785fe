export { importLimits, readVillages, toSlug } from './geojson';
export type { ImportedVillage, ImportedVillages } from './geojson';
export { neighboursOf } from './shapes';
