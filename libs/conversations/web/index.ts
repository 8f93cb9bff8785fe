export { ConversationsClient } from './conversations-client';
export { Talk } from './talk';
