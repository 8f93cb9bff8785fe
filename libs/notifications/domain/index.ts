export { notificationsNl } from './nl';
export {
  channels,
  channelsOf,
  collaborationKinds,
  introductionKinds,
  mailChoices,
  notificationReasons,
  notificationTerms,
  promiseKinds,
  stoppables,
} from './notifications';
export type {
  Channel,
  CollaborationKind,
  FollowView,
  FollowedView,
  IntroductionKind,
  MailChoice,
  MailChoiceInput,
  NotificationKind,
  NotificationReason,
  NotificationView,
  PromiseKind,
  StopInput,
  StopView,
  Stoppable,
  UnreadView,
} from './notifications';
