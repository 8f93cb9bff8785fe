export {
  NotificationsClient,
  followResource,
  followsResource,
  mailChoiceResource,
  notificationsResource,
  unreadResource,
} from './notifications-client';
