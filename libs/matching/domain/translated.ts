import { dutchWords } from './data/other-tongues';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import type { Token } from './tokens';

const dutchOf = new Map(dutchWords.flatMap(([dutch, others]) => others.map((other) => [other, dutch] as const)));

/** A word of a dialect or of English as its Dutch word, unless the lexicon knows it as it is. */
export function translated(token: Token, lexicon: Lexicon): Token {
  const dutch = dutchOf.get(token.word);
  if (dutch === undefined || lexicon.associations(token.stem).length > 0) return token;
  return { ...token, word: dutch, stem: stem(dutch) };
}
