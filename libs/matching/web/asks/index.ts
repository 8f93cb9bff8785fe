export { AsksClient, askLinkResource, askResource } from './asks-client';
export { askDeclineWords, sideName } from './nl';
