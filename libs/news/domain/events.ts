/** Sent in the transaction of the change; handled at least once. */
export interface NewsEvents {
  /** A status letter was sent, for good. */
  'status_letter.published': { readonly letterId: string };
}
