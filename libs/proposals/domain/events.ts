import type { AgendaAction } from './lifecycles';
import type { AgendaState } from './states';

/** Sent in the transaction of every change of a proposal that others must follow; handled at least once. */
export interface ProposalEvents {
  /** The public text or visibility changed: approved, hidden, shown again, undone, merged, withdrawn, imported. */
  'proposal.visibility_changed': { readonly proposalId: string };
  /** A moderation decision was taken; mail leaves when the undo window has closed. */
  'proposal.decided': { readonly proposalId: string; readonly decisionId: string };
  /** A point stands elsewhere on the agenda than it did; also when a step was taken back. */
  'proposal.moved': { readonly proposalId: string };
  /** A point moved on the agenda and stays there, unless the step was taken back; `version` numbers the move, `mergedIntoId` is null unless it was merged. */
  'proposal.move_settled': {
    readonly proposalId: string;
    readonly version: number;
    readonly action: AgendaAction;
    readonly agendaState: AgendaState;
    readonly actorId: string | null;
    readonly mergedIntoId: string | null;
  };
}
