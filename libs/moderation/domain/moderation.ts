import type { ModerationAction, ProposalText, ProposalView, VersionAction } from '@kernagenda/proposals/domain';

/** How long a decision can be undone, and a claim holds. Within how many working days somebody reads, the municipality sets. */
export const moderationTerms = { undoSeconds: 10, claimMinutes: 15 } as const;

/** The house rules a decision can rest on; the texts stand in the dictionary. */
export const houseRules = [
  'not_for_village',
  'already_exists',
  'unclear',
  'personal_data',
  'respect',
  'commercial',
  'not_true',
  'unlawful',
] as const;
export type HouseRule = (typeof houseRules)[number];

export const reasonLimits = { sentence: { min: 3, max: 500 }, explanation: { min: 10, max: 2000 } } as const;

/** Why something was refused, hidden or sent back: the sentence it is about, the rule, and what would be accepted. */
export interface ReasonsInput {
  readonly sentence: string;
  readonly rule: HouseRule;
  readonly wouldBeAccepted: string;
}

/** Why a broker takes a refusal or a question for changes back: for the author and in the history. */
export interface ReconsiderInput {
  readonly reason: string;
}

export type Decision = Extract<
  ModerationAction | VersionAction,
  'approve' | 'request_changes' | 'refuse' | 'hide' | 'show_again' | 'reconsider' | 'approve_version' | 'refuse_version'
>;

export interface StatementOfReasonsView extends ReasonsInput {
  readonly decision: Decision;
  readonly decidedAt: string;
}

/** Who reads a submission now; others see it live and leave it alone. */
export interface ClaimView {
  readonly displayName: string;
  readonly isMine: boolean;
  readonly until: string;
}

/** One submission on the desk of a broker, or a new text for a point that is public already. */
export interface QueueItem extends Pick<
  ProposalView,
  'version' | 'title' | 'body' | 'place' | 'theme' | 'kind' | 'village' | 'photos'
> {
  readonly proposalId: string;
  readonly author: string;
  readonly submittedAt: string;
  /** The end of the last working day of the term. */
  readonly dueAt: string;
  readonly claim: ClaimView | null;
  /** Why a broker took it up again, when that was the last that was decided on it. */
  readonly reopenedBecause: string | null;
  /** The number of a new text and what everyone reads meanwhile; null for a submission. */
  readonly newText: { readonly number: number; readonly publicText: ProposalText } | null;
  /** True when this person only stands in because the village's own broker cannot decide. */
  readonly isStandIn: boolean;
}

/** The answer to a decision: until when it can be undone, and the new number for `If-Match`. */
export interface DecisionView {
  readonly proposalId: string;
  readonly decision: Decision;
  readonly undoUntil: string | null;
  readonly version: number;
}
