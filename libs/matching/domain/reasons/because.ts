import type { Piece } from '../marks/marks';
import type { ReasonView } from '../views';
import { withoutRepeats } from './read-reasons';

/** Parts of a Dutch sentence, for pages and mails; what stands between them comes from the texts themselves. */
const nl = {
  /** Ends in a blank. */
  about: (points: number) => (points > 2 ? 'Alle gaan over ' : 'Beide gaan over '),
  words: (words: readonly string[]) => ` (${words.join(', ')})`,
  comma: ', ',
  and: ' en ',
  end: '.',
};

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
