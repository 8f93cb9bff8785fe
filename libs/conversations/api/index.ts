export {
  commentHidden,
  commentPlaced,
  helpAgreed,
  helpDeclined,
  questionAnswered,
  questionAssigned,
} from './comments.events';
export { CommentsService } from './comments.service';
export { ConversationsApiModule } from './conversations-api.module';
export { InboxService } from './inbox/inbox.service';
export { NotesService } from './inbox/notes.service';
export { mailReturned } from './mail/mail.events';
export { MessageMails } from './mail/message-mails';
export { ReturnAddresses } from './mail/return-addresses';
export { Threads } from './threads';
export type { NewSide, NewThread } from './threads';
export { messageSent } from './threads.events';
export { ThreadsService } from './threads.service';
