import { defineActions } from '@kernagenda/shared/domain';
import { isAuthor, mayModerate } from './lifecycles';
import type { ProposalFacts } from './lifecycles';
import type { ProposalText } from './proposals';
import { closedAgendaStates } from './states';

/** What became of the text of a point. Approved ones are public, the newest of them is the text of the point. */
export const versionStates = ['pending', 'approved', 'refused', 'withdrawn'] as const;
export type VersionState = (typeof versionStates)[number];

/** Where a new text stands before there is one: a point has at most one that waits. */
export type NewTextState = VersionState | 'none';

const isOpen = ({ moderationState, agendaState }: ProposalFacts): boolean =>
  moderationState === 'approved' && !closedAgendaStates.some((state) => state === agendaState);

/**
 * The lifecycle of a new text for a point that everyone reads: the old one stays public until a broker approves it.
 * Nothing here is undone within ten seconds: the text before is kept, and its author can propose it again.
 */
export const versionActions = defineActions<NewTextState, ProposalFacts>()({
  propose_version: { from: ['none'], to: 'pending', allows: (facts) => isAuthor(facts) && isOpen(facts) },
  withdraw_version: { from: ['pending'], to: 'withdrawn', allows: isAuthor },
  approve_version: { from: ['pending'], to: 'approved', allows: (facts) => mayModerate(facts) && isOpen(facts) },
  refuse_version: { from: ['pending'], to: 'refused', allows: (facts) => mayModerate(facts) && isOpen(facts) },
});
export type VersionAction = keyof typeof versionActions;

/** The states of versions this person may read, of a proposal that this person may read. */
export const readableVersionStates = (facts: ProposalFacts): readonly VersionState[] =>
  isAuthor(facts) || mayModerate(facts) ? ['approved', 'pending', 'refused'] : ['approved'];

/** One text of a point. */
export interface ProposalVersionView extends ProposalText {
  /** Counts what was public, from 1; a text that waits or was refused bears the number it would have had. */
  readonly number: number;
  readonly state: Exclude<VersionState, 'withdrawn'>;
  readonly submittedAt: string;
  /** Since when it was public; null for what never was. */
  readonly approvedAt: string | null;
}
