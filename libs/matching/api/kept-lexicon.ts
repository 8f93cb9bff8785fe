import { mergeConcepts, shippedConcepts } from '@kernagenda/matching/domain';
import type { Concept } from '@kernagenda/matching/domain';
import { lexiconQuery } from './lexicon.queries';
import type { Asking } from './suggestions';

/** The concepts of this municipality as they are now. */
export interface KeptLexicon {
  /** Rises with every change; what was read under another one is out of date. */
  readonly version: number;
  readonly concepts: readonly Concept[];
  /** Of the concepts that were changed or added here; all others are as they were shipped. */
  readonly versions: ReadonlyMap<string, number>;
}

interface Kept {
  readonly version: number;
  readonly changes: readonly { readonly concept: Concept; readonly version: number }[];
}

/** Reads it in one query; inside a transaction with the changes made there. */
export async function readLexicon(source: Asking): Promise<KeptLexicon> {
  const [kept] = await source.query<Kept[]>(lexiconQuery);
  const { version = 0, changes = [] } = kept ?? {};
  return {
    version,
    concepts: mergeConcepts(
      shippedConcepts,
      changes.map(({ concept }) => concept),
    ),
    versions: new Map(changes.map(({ concept, version: own }) => [concept.id, own])),
  };
}
