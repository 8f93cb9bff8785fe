import type { MatchTier } from './views';

/** An idea villages share, with the words people use for it. */
export interface Concept {
  readonly id: string;
  /** As a person would say it: "te hard rijden". */
  readonly label: string;
  /** Words and short phrases, comma separated. A phrase is found when its words stand close together, in any order. */
  readonly terms: string;
  /** Words that mean the text is about something else after all. */
  readonly unless?: string;
  /** `setting` is mostly where something happens (a school, a hall); `broad` says little without company. */
  readonly kind?: 'setting' | 'broad';
}

/** How two texts share something: an idea, a whole word, part of a compound, or a word spelled nearly alike. */
export type EvidenceKind = 'concept' | 'word' | 'part' | 'spelling';

/** One thing a text is about, with how much it is about that. */
export interface Feature {
  readonly kind: 'concept' | 'word' | 'part';
  readonly key: string;
  /** The words of the text that carry it. */
  readonly shown: string;
  /** From 0 to 1. */
  readonly weight: number;
  /** A word no list knows: a name, a typo, or something new. */
  readonly isUnknown?: true;
  readonly isInTitle?: true;
}

/** All the engine needs to know about a text; plain JSON, the same for the same text. */
export interface Features {
  readonly items: readonly Feature[];
  /** Lengths over everything the text says, so that saying much about everything brings nothing. */
  readonly conceptNorm: number;
  readonly wordNorm: number;
}

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly term: string;
  readonly weight: number;
  readonly inA: string;
  readonly inB: string;
}

export interface Match {
  /** From 0 to 1; for ranking, never shown. */
  readonly score: number;
  readonly tier: MatchTier;
  /** Heaviest first. */
  readonly evidence: readonly Evidence[];
}

export interface Text {
  readonly title: string;
  readonly body: string;
}

export interface Engine {
  features(text: Text): Features;
  compare(a: Features, b: Features): Match | null;
}
