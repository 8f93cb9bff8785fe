export {
  allowedCommentActions,
  answeringPart,
  commentActionNames,
  commentActions,
  mayChangeVisibility,
  mayComment,
  mayDelete,
  mayReadHidden,
  maySeeContact,
} from './comment-actions';
export type { CommentAction, CommentFacts } from './comment-actions';
export { answeringParts, commentKinds, commentLimits, commentStates, placedKinds, questionOwners } from './comments';
export type {
  AnswerInput,
  AnswerView,
  AnsweringPart,
  AssignInput,
  CommentInput,
  CommentKind,
  CommentState,
  CommentView,
  HelperContact,
  HideCommentInput,
  OpenQuestion,
  PlacedKind,
  QuestionOwner,
} from './comments';
export type { ConversationEvents } from './events';
