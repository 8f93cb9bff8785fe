import type { ReasonView, SimilarView } from '@kernagenda/matching/domain';
import { reasonsOfPair } from '@kernagenda/matching/domain/reasons';

/** A match with its evidence as reasons. */
export const withReasons = (match: SimilarView): SimilarView & { readonly reasons: readonly ReasonView[] } => ({
  ...match,
  reasons: reasonsOfPair(match.evidence),
});
