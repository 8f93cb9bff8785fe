export {
  CollaborationsClient,
  collaborationResource,
  collaborationsResource,
  flagCollaborationResource,
} from './collaborations-client';
export { nl as collaborationWords } from './nl';
export { partyName } from './party-name';
