/** Sent in the transaction of the change; handled at least once. */
export interface CollaborationEvents {
  /** Something stands in the history; what, stands there. The actor is null where the system did it. */
  'collaboration.happened': { readonly historyId: string; readonly actorId: string | null };
}
