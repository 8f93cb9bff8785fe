import type { ProposalKind, Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { Concept } from '../types';

/** Where a concept comes from: as shipped, shipped and changed here, or made here. */
export const conceptOrigins = ['shipped', 'changed', 'own'] as const;
export type ConceptOrigin = (typeof conceptOrigins)[number];

/** What an administrator writes of a concept. Its id is given once and stays. */
export type ConceptInput = Omit<Concept, 'id' | 'role'>;

export interface ConceptRef {
  readonly id: string;
  readonly label: string;
}

/** A concept in the list. */
export interface ConceptLine extends ConceptRef {
  readonly theme: Theme;
  readonly termCount: number;
  readonly origin: ConceptOrigin;
}

/** A concept as it is now, with the names of the ones akin to it. */
export interface ConceptView extends Omit<ConceptInput, 'near' | 'related'> {
  readonly id: string;
  readonly origin: ConceptOrigin;
  /** The number for `If-Match`; 0 for one as it was shipped. */
  readonly version: number;
  readonly near: readonly ConceptRef[];
  readonly related: readonly ConceptRef[];
}

/** A public point in which no concept was recognised, with what a concept for it could begin with. */
export interface UnrecognisedPoint {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly theme: Theme | null;
  readonly kind: ProposalKind | null;
  /** Words of its title that say something, as they are written there. */
  readonly words: readonly string[];
}

/** What would be read in a point before and after a change: the names of concepts, heaviest first. */
export interface PreviewPointView {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const flagChanges = ['appears', 'grows', 'shrinks', 'goes'] as const;
export type FlagChange = (typeof flagChanges)[number];

/** A group of villages that would be another one. */
export interface PreviewFlagView {
  readonly change: FlagChange;
  readonly label: string;
  readonly joined: readonly PreviewMemberView[];
  readonly left: readonly PreviewMemberView[];
}

export interface PreviewMemberView {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
}

/** What would change if a concept were saved like this. Lists are cut, the counts are whole. */
export interface LexiconPreviewView {
  readonly pointCount: number;
  readonly points: readonly PreviewPointView[];
  readonly flagCounts: Readonly<Record<FlagChange, number>>;
  readonly flags: readonly PreviewFlagView[];
}

/** What is tried out: the concept as it would be; a null id is one that does not exist yet. */
export interface PreviewInput {
  readonly id: string | null;
  readonly concept: ConceptInput;
}
