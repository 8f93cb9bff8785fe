import { reasonsOf } from './reasons';

const evidence = (term: string, inThis: string, inOther: string) => ({ term, inThis, inOther });

describe('why points belong together', () => {
  it('is what most pairs share, heaviest first, with the words used for it', () => {
    const pairs = [
      [evidence('speeltoestel', 'schommel', 'glijbaan'), evidence('toilet', 'wc', 'toilet')],
      [evidence('speeltoestel', 'Schommel', 'wipkip')],
      [evidence('toilet', 'toilet', 'wc')],
    ];
    expect(reasonsOf(pairs)).toEqual([
      { term: 'speeltoestel', words: ['schommel', 'glijbaan', 'wipkip'] },
      { term: 'toilet', words: ['toilet', 'wc'] },
    ]);
  });

  it('is at most three ideas with four words each', () => {
    const pairs = ['a', 'b', 'c', 'd'].map((term) =>
      ['1', '2', '3', '4', '5'].map((word) => evidence(term, `${term}${word}`, `${term}${word}x`)),
    );
    const reasons = reasonsOf(pairs);
    expect(reasons.map(({ term }) => term)).toEqual(['a', 'b', 'c']);
    for (const { words } of reasons) expect(words).toHaveLength(4);
  });

  it('is nothing without pairs', () => {
    expect(reasonsOf([])).toEqual([]);
  });
});
