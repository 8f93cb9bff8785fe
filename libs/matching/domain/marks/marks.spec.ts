import { markWords, sentenceWith } from './index';

/** Marked pieces between brackets. */
const shown = (text: string, ...words: string[]): string =>
  markWords(text, words)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words that two texts share', () => {
  it('are marked as whole words, whatever their case, and the text stays as it is', () => {
    expect(shown('Schommel, een schommel en schommelen!', 'schommel')).toBe(
      '[Schommel], een [schommel] en schommelen!',
    );
    expect(shown('Geen van beide.', 'schommel')).toBe('Geen van beide.');
    expect(shown('', 'schommel')).toBe('');
  });

  it('are marked together when they stand together, and else one by one', () => {
    expect(shown('Er wordt te hard gereden.', 'hard gereden')).toBe('Er wordt te [hard gereden].');
    expect(shown('Auto’s rijden hier te hard.', 'rijden hard')).toBe('Auto’s [rijden] hier te [hard].');
    expect(shown('Wandelen op de dijk.', 'wandelen op')).toBe('[Wandelen op] de dijk.');
    expect(shown('Voor wie op de dijk wandelt, wandelen.', 'wandelen op', 'wandelen voor')).toBe(
      'Voor wie op de dijk wandelt, [wandelen].',
    );
  });

  it('may have accents, apostrophes and hyphens, and mean nothing to a pattern', () => {
    expect(shown('Een café met foto’s en jeu-de-boules.', 'CAFÉ', 'foto’s', 'jeu de boules')).toBe(
      'Een [café] met [foto’s] en [jeu-de-boules].',
    );
    expect(shown('Waarom (echt).*?', '.*', '(')).toBe('Waarom (echt).*?');
  });

  it('are shown in the sentence that holds most of them', () => {
    const body = 'Het kost € 1.500.  Een schommel is leuk.\nEen schommel bij de glijbaan is leuker! Dat is alles';
    expect(sentenceWith(body, ['schommel', 'glijbaan'])).toBe('Een schommel bij de glijbaan is leuker!');
    expect(sentenceWith(body, ['kost'])).toBe('Het kost € 1.500.');
    expect(sentenceWith(body, ['alles'])).toBe('Dat is alles');
    expect(sentenceWith(body, ['wip'])).toBe('');
  });
});
