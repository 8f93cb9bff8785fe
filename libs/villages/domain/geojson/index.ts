export { importLimits, readVillages, toSlug } from './geojson';
export type { ImportedVillage, ImportedVillages } from './geojson';
export { metresTo, neighboursOf } from './shapes';
