export { announcementPath } from './announcements';
export { digestKinds, digestRhythms, digestTerms, isRhythm, lastDue } from './digests';
export type { DigestRhythm } from './digests';
export { circleLimits } from './follows';
export type { CircleInput, FollowedView } from './follows';
export { notificationsNl } from './nl';
export {
  announcementKinds,
  channels,
  channelsOf,
  collaborationKinds,
  hiddenSaidKinds,
  introductionKinds,
  mailChoices,
  notificationReasons,
  notificationTerms,
  promiseKinds,
  stoppables,
} from './notifications';
export type {
  AnnouncementKind,
  Channel,
  CollaborationKind,
  FollowView,
  HiddenSaidKind,
  IntroductionKind,
  MailChoice,
  MailChoiceInput,
  MailChoiceView,
  NotificationKind,
  NotificationReason,
  NotificationView,
  PromiseKind,
  StopInput,
  StopView,
  Stoppable,
  UnreadView,
} from './notifications';
