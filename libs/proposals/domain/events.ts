/** Sent in the transaction of every change of a proposal that others must follow; handled at least once. */
export interface ProposalEvents {
  /** The public text or visibility changed: approved, hidden, shown again, undone, merged, withdrawn, imported. */
  'proposal.visibility_changed': { readonly proposalId: string };
  /** A moderation decision was taken; mail leaves when the undo window has closed. */
  'proposal.decided': { readonly proposalId: string; readonly decisionId: string };
}
