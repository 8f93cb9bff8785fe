import type { ReasonView, SimilarView } from '@kernagenda/matching/domain';
import type { Piece } from '@kernagenda/matching/domain/marks';
import { reasonsOfPair, withoutRepeats } from '@kernagenda/matching/domain/reasons';
import { nl } from './nl';

/**
 * Why points resemble each other, in one sentence of which the terms are marked: "Beide gaan over speeltoestellen
 * (schommel, glijbaan) en toilet." Without reasons it has no pieces.
 * @param points how many there are
 */
export function becauseOf(reasons: readonly ReasonView[], points: number): readonly Piece[] {
  const said = withoutRepeats(reasons);
  if (said.length === 0) return [];
  const pieces: Piece[] = [{ text: nl.about(points), isMarked: false }];
  said.forEach(({ term, words }, at) => {
    const after = at === said.length - 1 ? nl.end : at === said.length - 2 ? nl.and : nl.comma;
    pieces.push(
      { text: term, isMarked: true },
      { text: (words.length ? nl.words(words) : '') + after, isMarked: false },
    );
  });
  return pieces;
}

/** A match with its evidence as reasons. */
export const withReasons = (match: SimilarView): SimilarView & { readonly reasons: readonly ReasonView[] } => ({
  ...match,
  reasons: reasonsOfPair(match.evidence),
});
