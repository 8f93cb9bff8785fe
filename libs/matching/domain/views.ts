import type { AgendaState } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

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

/** The same set of points as work for the brokers; not public before it is introduced. */
export interface MatchFlagView extends MatchTopic {
  readonly state: MatchFlagState;
  readonly suggestedAt: string;
}
