import * as fc from 'fast-check';
import { textDiff } from './text-diff';
import type { TextPiece } from './text-diff';

const show = (pieces: readonly TextPiece[]): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('');
const without = (kind: TextPiece['kind'], pieces: readonly TextPiece[]): string =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what changed between two texts', () => {
  it.each([
    ['nothing', 'Een bankje.', 'Een bankje.', 'Een bankje.'],
    ['a word', 'Een bankje aan de Linge', 'Een tafel aan de Linge', 'Een [-bankje ][+tafel ]aan de Linge'],
    ['a word that came', 'Een bankje', 'Een groot bankje', 'Een [+groot ]bankje'],
    ['the end of a sentence', 'Bij de brug.', 'Bij de brug?', 'Bij de brug[-.][+?]'],
    [
      'words with a hyphen or apostrophe',
      "Foto's van e-bikes",
      "Foto's van e-steps",
      "Foto's van [-e-bikes][+e-steps]",
    ],
    [
      'a sentence written anew, in one piece',
      'Wie wandelt op de dijk wil rusten.',
      'Fietsers en de bus hebben hinder.',
      '[-Wie wandelt op de dijk wil rusten][+Fietsers en de bus hebben hinder].',
    ],
    ['a text from nothing', '', 'Een bankje', '[+Een bankje]'],
    ['a text to nothing', 'Een bankje', '', '[-Een bankje]'],
  ])('shows %s', (_, before, after, expected) => {
    expect(show(textDiff(before, after))).toBe(expected);
  });

  it('loses nothing of either text', () => {
    const text = fc.array(fc.constantFrom('een', 'bankje', 'Linge', ', ', '. ', ' ', '\n', "foto's ", '🌳'), {
      maxLength: 30,
    });
    const bare = (words: string): string => words.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const pieces = textDiff(before, after);
        expect(without('removed', pieces)).toBe(after);
        expect(bare(without('added', pieces))).toBe(bare(before));
      }),
    );
  });

  it('reads two of the longest texts in good time', () => {
    const [before, after] = ['a ! '.repeat(1000), 'b ? '.repeat(1000)];
    expect(textDiff(before, after)).toHaveLength(2);
  });
});
