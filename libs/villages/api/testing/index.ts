export { aVillage } from './a-village';
export type { TestVillage, VillageOptions } from './a-village';
