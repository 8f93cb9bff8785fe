/** Sent in the transaction of the change; handled at least once. No event tells an amount. */
export interface ProcurementEvents {
  /** The closing time of its quotes has come. */
  'purchase.opened': { readonly caseId: string };
}
