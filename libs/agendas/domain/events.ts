/** Sent in the transaction of the change; handled at least once. */
export interface AgendaEvents {
  /** An agenda was not frozen for so long that who keeps it is asked to look at it. */
  'agenda.reminded': { readonly reminderId: string };
}
