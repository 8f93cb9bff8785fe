import type { VillageRef } from '@kernagenda/villages/domain';
import type { ApplicationAction, ApplicationState, ApplyingSide } from './actions';
import type { Balance } from './balance';
import type { BudgetRuleView } from './rules';

/** What was granted, for everybody to read: no name. */
export interface GrantedView {
  readonly title: string;
  readonly cents: number;
  readonly isExisting: boolean;
  /** `yyyy-mm-dd`. */
  readonly decidedOn: string;
  /** Null when the point is not public any more. */
  readonly point: { readonly id: string; readonly title: string } | null;
}

/** What a village has in a year, and what became of it. */
export interface VillageBudgetView extends Balance {
  readonly village: VillageRef;
  readonly year: number;
  readonly leftCents: number;
  readonly existingLeftCents: number;
  readonly initiativeCents: number;
  /** Null where no rule holds: then there is no budget that year. */
  readonly rule: BudgetRuleView | null;
  readonly granted: readonly GrantedView[];
  /** How many applications wait for a decision. */
  readonly waiting: number;
  /** As whom the reader can apply. */
  readonly applyingSides: readonly ApplyingSide[];
}

export interface ApplicationSummary {
  readonly id: string;
  /** "KB-2026-0001" */
  readonly reference: string;
  readonly village: VillageRef;
  readonly title: string;
  readonly amountCents: number;
  readonly grantedCents: number | null;
  readonly state: ApplicationState;
  readonly receivedAt: string;
  /** The last day to decide; null once it is decided, and while the term stands still. */
  readonly decideBy: string | null;
  readonly isLate: boolean;
}

export interface CriterionView {
  readonly text: string;
  readonly isMet: boolean;
}

/** What was asked besides, and what was answered. */
export interface AnsweredQuestion {
  readonly note: string;
  readonly answer: string;
}

export interface ApplicationView extends ApplicationSummary {
  readonly version: number;
  readonly year: number;
  readonly side: ApplyingSide;
  readonly applicantName: string;
  readonly point: { readonly id: string; readonly title: string } | null;
  readonly plan: string;
  readonly isExisting: boolean;
  readonly startsOn: string;
  readonly criteria: readonly CriterionView[];
  /** Null for who does not handle it, and once it is forgotten. */
  readonly contact: string | null;
  /** What was asked besides, by when it is answered, and the answer. */
  readonly asked: { readonly note: string; readonly completeBy: string; readonly answer: string } | null;
  /** Questions before that one, the first first. */
  readonly answeredBefore: readonly AnsweredQuestion[];
  readonly advice: { readonly isPositive: boolean; readonly note: string; readonly at: string } | null;
  readonly decision: {
    readonly at: string;
    readonly reason: string;
    readonly isShort: boolean;
    readonly isBeforeOthers: boolean;
    /** The last day to object. */
    readonly objectBy: string;
  } | null;
  /** For who decides: what is left, and what asks for it before this one. Null for others, and once it is decided. */
  readonly forDecider: {
    readonly leftCents: number;
    readonly existingLeftCents: number;
    /** What the same point was granted this year. */
    readonly pointCents: number;
    readonly initiativeCents: number;
    /** The first of them. */
    readonly earlier: readonly { readonly reference: string; readonly amountCents: number }[];
    readonly earlierCount: number;
    /** What they ask together, of which a point counts for no more than it may still get. */
    readonly earlierCents: number;
  } | null;
  readonly allowedActions: readonly ApplicationAction[];
}

export const redistributionStates = ['proposed', 'confirmed', 'declined'] as const;
export type RedistributionState = (typeof redistributionStates)[number];
export const redistributionActions = ['confirm', 'renew', 'decline'] as const;
export type RedistributionAction = (typeof redistributionActions)[number];

/** What would move, or moved, between villages in a year; cents below zero are given away. */
export interface RedistributionView {
  readonly id: string;
  readonly year: number;
  readonly state: RedistributionState;
  readonly version: number;
  readonly madeAt: string;
  readonly decidedAt: string | null;
  readonly reason: string;
  readonly moves: readonly { readonly village: VillageRef; readonly cents: number }[];
  readonly allowedActions: readonly RedistributionAction[];
}
