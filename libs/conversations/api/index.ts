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
