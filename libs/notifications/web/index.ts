export {
  NotificationsClient,
  followsResource,
  mailChoiceResource,
  notificationsResource,
} from './notifications-client';
