import type { ProposalKind, Theme } from '@kernagenda/proposals/domain';
import type { AmountInput } from './flags';
import type { Profile } from './profiles';
import type { SlipKeys } from './signals';
import type { MatchTier } from './views';

/** What a village could do or buy together with another, with the words people use for it. */
export interface Concept {
  readonly id: string;
  /** As a person would say it: "te hard rijden". */
  readonly label: string;
  readonly theme: Theme;
  readonly kind: ProposalKind;
  /** What is bought to carry it out; null when nothing is. */
  readonly purchase: string | null;
  /** What is counted when it is bought together. */
  readonly unit: string | null;
  /** Words and short phrases. A phrase is found when its words stand close together in one sentence, in any order. */
  readonly terms: readonly string[];
  /** Terms with a second meaning: they count only beside another sign of this concept. */
  readonly ambiguous: readonly string[];
  /** Words that mean the text is about something else after all. */
  readonly unless: readonly string[];
  /** Concepts that serve the same wish by another means. */
  readonly near: readonly string[];
  /** Concepts of the same field that are another project. */
  readonly related: readonly string[];
  /** Words of stories about it that never say its name, with blanks between; they lean to it and never prove it. */
  readonly context: string;
  /** `setting` is mostly where something happens (a school, a hall); `broad` says little without company. */
  readonly role?: 'setting' | 'broad';
}

/**
 * How two texts share something: an idea, two ideas near each other, a word, part of a compound, a word spelled nearly
 * alike, an idea that both lean to in words of their own, or what an embedding model finds alike.
 */
export type EvidenceKind = 'concept' | 'near' | 'word' | 'part' | 'spelling' | 'leaning' | 'meaning';

/** One thing a text is about, with how much it is about that. */
export interface Feature {
  readonly kind: 'concept' | 'word' | 'part';
  readonly key: string;
  /** The words of the text that carry it. */
  readonly shown: string;
  /** From 0 to about 1.5. */
  readonly weight: number;
  /** A word no list knows: a name, a typo, or something new. */
  readonly isUnknown?: true;
  readonly isInTitle?: true;
  /** A thing that should go: "drempel weghalen". */
  readonly isUnwanted?: true;
}

/** All the engine needs to know about a text; plain JSON, the same for the same text. */
export interface Features {
  readonly items: readonly Feature[];
}

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly term: string;
  readonly weight: number;
  readonly inA: string;
  readonly inB: string;
}

/** What two texts are to each other, without why. */
export interface Judgement {
  /** How probable it is that a broker would put them together, from 0 to 1; for ranking, never shown. */
  readonly score: number;
  /** Null when it is too little to show. */
  readonly tier: MatchTier | null;
  /** The one wants gone what the other wants to have; never more than related. */
  readonly isOpposite: boolean;
}

export interface Match extends Judgement {
  readonly tier: MatchTier;
  /** Heaviest first. */
  readonly evidence: readonly Evidence[];
}

export interface Text {
  readonly title: string;
  readonly body: string;
}

export interface Engine {
  /** Reads a text into what it is about; plain JSON that may be kept. */
  features(text: Text): Features;
  /** How many of what it is most about it wants, and for what money; null when it does not say. */
  amount(text: Text, features: Features): AmountInput | null;
  /** The same in numbers, for comparing it with many. */
  profile(features: Features): Profile;
  /** What two texts are to each other; the same for (a, b) and (b, a). `slips` are the words spelled nearly alike. */
  judge(a: Profile, b: Profile, slips: readonly SlipKeys[]): Judgement;
  /** How probable it is that a broker would put two texts together, from 0 to 1, however little that is. */
  rank(a: Features, b: Features): number;
  /** What two texts share, with the reasons; null when that is too little to show. The same for (a, b) and (b, a). */
  compare(a: Features, b: Features): Match | null;
  /** What texts are about together, in the words people use: "Klompenpad", "Te hard rijden". */
  label(texts: readonly Features[]): string;
}
