import type { Concept, EvidenceView, Judgement, MatchTier, SimilarInput } from '@kernagenda/matching/domain';
import type { LexiconPreviewView } from '@kernagenda/matching/domain/concepts';

/** A public point that resembles a text, with why. */
export interface Found extends Judgement {
  readonly id: string;
  readonly tier: MatchTier;
  readonly evidence: readonly EvidenceView[];
}

/** What the worker can be asked, with what it answers. */
export interface Questions {
  /** What resembles a text that is being typed. */
  readonly similar: {
    readonly ask: SimilarInput;
    readonly answer: { readonly inVillage: readonly Found[]; readonly elsewhere: readonly Found[] };
  };
  /** Brings resemblances and flags in step with what is public; answers the points whose resemblances changed. */
  readonly refresh: { readonly ask: { readonly at: Date }; readonly answer: readonly string[] };
  /** What would be read differently if a concept were like this. */
  readonly preview: { readonly ask: { readonly changed: Concept }; readonly answer: LexiconPreviewView };
}

export type Kind = keyof Questions;

export interface Asked<Name extends Kind = Kind> {
  readonly number: number;
  readonly kind: Name;
  readonly ask: Questions[Name]['ask'];
}

export type Answered =
  { readonly number: number; readonly answer: unknown } | { readonly number: number; readonly failure: string };

export interface WorkerData {
  readonly databaseUrl: string;
  /** Whose vectors are used; null where the host has no model. */
  readonly embeddingModel: string | null;
}
