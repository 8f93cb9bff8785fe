export { ConversationsClient, openQuestionsResource } from './conversations-client';
export { Talk } from './talk';
