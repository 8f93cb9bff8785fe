/** Sent in the transaction of the change; handled at least once. No event tells an amount or a name. */
export interface BudgetEvents {
  /** Something is to be told to who applied. */
  'budget.letter_written': { readonly letterId: string };
}
