/** Sent in the transaction of the change; handled at least once. */
export interface NewsEvents {
  /** A status letter was sent, for good. */
  'status_letter.published': { readonly letterId: string };
  /** Who signed up for an event is to be told something: that it is tomorrow, that it changed, that it is off. */
  'village_event.to_tell': { readonly mailId: string };
}
