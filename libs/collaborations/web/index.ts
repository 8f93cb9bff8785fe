export {
  CollaborationsClient,
  collaborationResource,
  collaborationsResource,
  flagCollaborationResource,
} from './collaborations-client';
export { historyTitle } from './history-title';
export { nl as collaborationWords } from './nl';
export { partyName } from './party-name';
