import type { NotificationKind } from './notifications';

interface Announcement {
  readonly kind: NotificationKind;
  /** Of the village. */
  readonly slug: string;
  readonly announcementId: string;
}

/** The page on which an announcement of a village stands; news has no page of its own. */
export function announcementPath({ kind, slug, announcementId }: Announcement): string {
  if (kind === 'letter_sent') return `/kernen/${slug}/statusbrieven/${announcementId}`;
  if (kind === 'event_announced') return `/kernen/${slug}/bijeenkomsten/${announcementId}`;
  return `/kernen/${slug}/nieuws`;
}
