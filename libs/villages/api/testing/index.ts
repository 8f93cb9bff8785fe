export { aTeam, aVillage } from './a-village';
export type { TestTeam, TestVillage, VillageOptions } from './a-village';
export { makeCodes, prove, someCodes } from './residency';
