/** Sent in the transaction of the change; handled at least once. */
export interface NewsEvents {
  /** A status letter was sent, news was told or an event was announced: a row of `village_announcement`. */
  'village.announced': { readonly announcementId: string; readonly actorId: string };
  /** Who signed up for an event is to be told something: that it is tomorrow, that it changed, that it is off. */
  'village_event.to_tell': { readonly mailId: string };
}
