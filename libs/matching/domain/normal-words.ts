import { compoundParts } from './compounds';
import { stem } from './stem';
import { tokenize } from './tokens';
import { isStopWord } from './vocabulary';

/** A word as it is compared: lower case without accents, and its stem. */
export interface NormalPart {
  readonly word: string;
  readonly stem: string;
}

export interface NormalWord extends NormalPart {
  /** The parts of a compound ("dijkverlichting": dijk, verlichting); empty for any other word. */
  readonly parts: readonly NormalPart[];
}

/** The words of a text that say something, as the engine compares them, in their order and each as often as it stands there. */
export function normalWords(text: string): NormalWord[] {
  return tokenize(text)
    .filter(({ word }) => !isStopWord(word))
    .map(({ word, stem: own }) => ({
      word,
      stem: own,
      parts: compoundParts(word).map((part) => ({ word: part, stem: stem(part) })),
    }));
}
