export {
  CommitmentsClient,
  commitmentsResource,
  figuresResource,
  promiseWorkResource,
  promisesResource,
  refreshLinkResource,
} from './commitments-client';
export type { CommitmentFilter, SaidPath } from './commitments-client';
export { duePhrase } from './due-phrase';
export { nl as promiseWords } from './nl';
export { whenName } from './when-name';
