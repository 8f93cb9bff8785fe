export { ResidencyClient, codeBatchesResource, codeVillagesResource, residencyResource } from './residency-client';
