import { defineEvents } from '@kernagenda/shared/api';

/** What comes back to addresses of ours. */
interface MailEvents {
  /** A mail to this person came back for good, with a status as `5.1.1` (RFC 3463). */
  'mail.returned': { readonly personId: string; readonly status: string };
}

export const mailReturned = defineEvents<MailEvents>()('mail.returned');
