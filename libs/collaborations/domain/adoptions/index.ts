export { adoptionLimits, mayAdopt, requireAdoptable } from './adoptions';
export type { AdoptedPoint, AdoptionAnswer, AdoptionsView, AdoptionFacts, OriginView } from './adoptions';
