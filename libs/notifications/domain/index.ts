export { notificationsNl } from './nl';
export { channels, channelsOf, mailChoices, notificationReasons, notificationTerms, stoppables } from './notifications';
export type {
  Channel,
  FollowView,
  FollowedView,
  MailChoice,
  MailChoiceInput,
  NotificationKind,
  NotificationReason,
  NotificationView,
  StopInput,
  StopView,
  Stoppable,
  UnreadView,
} from './notifications';
