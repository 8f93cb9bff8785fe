import { otherTongues } from './data/other-tongues';
import type { Lexicon } from './lexicon';
import { stem } from './stem';
import type { Token } from './tokens';

const dutchOf = new Map(
  otherTongues
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [dutch = '', others = ''] = line.split(': ');
      return others.split(' ').map((other): [string, string] => [other, dutch]);
    }),
);

/** A word of a dialect or of English as its Dutch word, unless the lexicon knows it as it is. */
export function translated(token: Token, lexicon: Lexicon): Token {
  const dutch = dutchOf.get(token.word);
  if (dutch === undefined || lexicon.associations(token.stem).length > 0) return token;
  return { ...token, word: dutch, stem: stem(dutch) };
}
