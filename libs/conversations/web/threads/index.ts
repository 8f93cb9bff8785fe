export { TalkDrafts } from '../talk-drafts';
export { ThreadsClient, guestsResource, messagesResource, notesResource, threadsResource } from './threads-client';
export type { MessagePage } from './threads-client';
