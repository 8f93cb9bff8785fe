import type { AgendaState, Theme } from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { IntroducedView, SideView } from './asks';
import type { DeclinedReason, MatchFlagAction } from './flags';

/**
 * How sure a resemblance is: `strong` may disturb people (chip, arc, alert), `possible` stands on the board, `related` is
 * no more than "kijk ook eens".
 */
export const matchTiers = ['strong', 'possible', 'related'] as const;
export type MatchTier = (typeof matchTiers)[number];

/** One reason two texts resemble each other: the shared idea, and the words that carry it on each side. */
export interface EvidenceView {
  readonly term: string;
  readonly inThis: string;
  readonly inOther: string;
}

/** An approved point elsewhere (or in the own village) that resembles this one. */
export interface SimilarView {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly agendaState: AgendaState;
  readonly tier: MatchTier;
  /** The one wants gone what the other wants to have; never more than related. */
  readonly isOpposite: boolean;
  /** From 0 to 1; only for sorting. */
  readonly score: number;
  readonly evidence: readonly EvidenceView[];
}

/** What somebody is typing; nothing of it is stored. */
export interface SimilarInput {
  readonly villageId: string;
  readonly title: string;
  readonly body: string;
}

export interface SimilarAnswer {
  readonly inVillage: readonly SimilarView[];
  readonly elsewhere: readonly SimilarView[];
}

/** The chips of one point in a list: what resembles it elsewhere, strongest first. */
export interface PointSimilar {
  readonly proposalId: string;
  readonly similar: readonly SimilarView[];
}

/** Villages that want the same, for the map and its list; public, as resemblance of public points is. */
export interface MatchTopic {
  readonly id: string;
  readonly label: string;
  /** One entry per village and point: what two villages share stands under both. */
  readonly points: readonly {
    readonly proposalId: string;
    readonly title: string;
    readonly village: VillageRef;
    readonly agendaState: AgendaState;
  }[];
}

/** Lengths and numbers of the live search while somebody types. */
export const similarLimits = { text: 4000, shown: 5, perMinute: 60 } as const;

export const matchFlagStates = [
  'suggested',
  'introduced',
  'accepted',
  'linked',
  'declined',
  'snoozed',
  'expired',
] as const;
export type MatchFlagState = (typeof matchFlagStates)[number];

/** What villages win by it: buying the same thing, doing it together, or learning from who was first. */
export const benefits = ['buying', 'doing', 'learning'] as const;
export type Benefit = (typeof benefits)[number];

/** What a text says of how much and for what money, as read by rules or as a broker put it right. */
export interface AmountView {
  /** How many, from and to; equal when one number is named, null when none is. */
  readonly least: number | null;
  readonly most: number | null;
  /** What is counted: "bankje"; null when only money is named. */
  readonly unit: string | null;
  /** Euro cents; null when no money is named. */
  readonly cents: number | null;
  /** Whether a person put it there instead of the rules. */
  readonly isCorrected: boolean;
}

/** One reason of a whole group: the shared idea, and the words the texts use for it. */
export interface ReasonView {
  readonly term: string;
  readonly words: readonly string[];
}

/** A point of a flag, with what a broker needs to judge it; one entry per village and point. */
export interface FlagPoint {
  readonly proposalId: string;
  readonly title: string;
  readonly body: string;
  readonly village: VillageRef;
  readonly agendaState: AgendaState;
  readonly amount: AmountView | null;
}

/** Why a flag was said to be wrong, by whom and when. */
export interface DeclinedView {
  readonly reason: DeclinedReason;
  readonly note: string;
  /** Null when the person is no longer known. */
  readonly by: string | null;
  readonly at: string;
}

/** The same set of points as work for the brokers; not public before it is introduced. */
export interface MatchFlagView {
  readonly id: string;
  readonly label: string;
  readonly state: MatchFlagState;
  readonly suggestedAt: string;
  /** Sent back in `If-Match`: who decides has to have seen the set as it is. */
  readonly version: number;
  readonly theme: Theme;
  readonly benefit: Benefit;
  /** At most three, heaviest first. */
  readonly reasons: readonly ReasonView[];
  readonly points: readonly FlagPoint[];
  /** Of all points together; null when no text names any. */
  readonly total: AmountView | null;
  /** Until when it is out of sight; a day, null when it is not. */
  readonly snoozedUntil: string | null;
  /** Whether a broker marked it right as it is; a point that joins asks for another look. */
  readonly isConfirmed: boolean;
  /** Why it was declined; null while it is not. */
  readonly declined: DeclinedView | null;
  /** Who introduced the villages; null before that. */
  readonly introduced: IntroducedView | null;
  /** What each village was asked and said, by name; empty before they were introduced. */
  readonly sides: readonly SideView[];
  readonly allowedActions: readonly MatchFlagAction[];
}

/** The match board of one person. */
export interface MatchBoard extends Page<MatchFlagView> {
  /** What people said of flags so far, over the whole municipality. */
  readonly judged: { readonly right: number; readonly wrong: number };
}
