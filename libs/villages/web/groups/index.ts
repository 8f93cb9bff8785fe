export { GroupsClient, groupMembersResource, groupsResource } from './groups-client';
export { groupKindWords, positionWords } from './nl';
