import { defineEvents } from '@kernagenda/shared/api';

/** Work of this context for itself. */
interface NotificationEvents {
  /** A line of the ledger waits for its mail. */
  'notification.mail_due': { readonly notificationId: string };
}

const event = defineEvents<NotificationEvents>();

export const mailDue = event('notification.mail_due');
