import type { NotificationKind } from './notifications';

interface Announcement {
  readonly kind: NotificationKind;
  /** Of the village it is of; null for a letter of a collaboration. */
  readonly slug: string | null;
  readonly collaborationId: string | null;
  readonly announcementId: string;
}

/** The page on which an announcement stands; news has no page of its own. */
export function announcementPath({ kind, slug, collaborationId, announcementId }: Announcement): string {
  if (collaborationId !== null) return `/samenwerkingen/${collaborationId}/statusbrieven/${announcementId}`;
  if (kind === 'letter_sent') return `/kernen/${slug}/statusbrieven/${announcementId}`;
  if (kind === 'event_announced') return `/kernen/${slug}/bijeenkomsten/${announcementId}`;
  return `/kernen/${slug}/nieuws`;
}
