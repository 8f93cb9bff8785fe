/** What the API process hands to one rendering. */
export interface WebRequestContext {
  /** Where the API of this very process listens, such as `http://127.0.0.1:3000`. */
  readonly apiOrigin: string;
  readonly nonce: string;
}
