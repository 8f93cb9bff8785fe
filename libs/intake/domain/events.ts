/** Sent in the transaction of the change; handled at least once. */
export interface IntakeEvents {
  /** Somebody wrote down a wish of a person who left an address. */
  'intake.wish_entered': { readonly enteredWishId: string };
}
