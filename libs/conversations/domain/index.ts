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
  QuestionView,
} from './comments';
export { draftBody } from './draft-body';
export type { ConversationEvents } from './events';
export { expectedOn, firstName, inboxActions, inboxFilters, inboxLimits, inboxStates } from './inbox';
export type {
  Colleague,
  HandOverInput,
  InboxFacts,
  InboxFilter,
  InboxInput,
  InboxState,
  InboxView,
  NoteInput,
  NoteView,
  ThreadFilter,
} from './inbox';
export { actsFor, isOwnSide, leavable, mayInvite, messageActions, threadAccess } from './thread-access';
export type { MessageFacts, Participant, Side, ThreadAccess } from './thread-access';
export {
  inboxActionNames,
  messageActionNames,
  sideKinds,
  threadActionNames,
  threadLimits,
  threadSubjectKinds,
} from './threads';
export type {
  GuestInput,
  InboxAction,
  MessageAction,
  MessageInput,
  MessagePhotoInput,
  MessageView,
  ParticipantView,
  PossibleGuests,
  ReadInput,
  SideKind,
  SideView,
  ThreadAction,
  ThreadInput,
  ThreadSubjectKind,
  ThreadSummary,
  ThreadView,
} from './threads';
