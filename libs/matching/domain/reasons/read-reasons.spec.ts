import { reasonsOfPair, withoutRepeats } from './index';

const shared = (term: string, inThis: string, inOther: string) => ({ term, inThis, inOther });

describe('the reasons that people read', () => {
  it.each([
    ['bankje', 'Bankjes'],
    ['bomen', 'boom'],
    ['speeltoestellen', 'Speeltoestel'],
    ['huizen', 'huis'],
    ['te hard rijden', 'hard rijden'],
    ['drempel – snelheid', 'drempels'],
    ['café', 'cafe’s'],
  ])('leave out a word that only repeats the term: %s, %s', (term, word) => {
    expect(withoutRepeats([{ term, words: [word] }])).toEqual([{ term, words: [] }]);
  });

  it.each([
    ['bank', 'bankhal'],
    ['verlichting', 'lantaarn'],
    ['boom', 'slagboom'],
  ])('keep a word that says more: %s, %s', (term, word) => {
    expect(withoutRepeats([{ term, words: [word] }])).toEqual([{ term, words: [word] }]);
  });

  it('leave out two ideas near each other that are both said already', () => {
    const reasons = ['klompenpad', 'wandelroute', 'klompenpad – wandelroute'].map((term) => ({ term, words: [] }));
    expect(withoutRepeats(reasons).map(({ term }) => term)).toEqual(['klompenpad', 'wandelroute']);
  });

  it('are at most three, with the words of both sides', () => {
    const evidence = [
      shared('speeltoestellen', 'schommel', 'glijbaan'),
      shared('toilet', 'wc', 'toilet'),
      shared('speeltoestellen', 'wip', 'Wip'),
      shared('hek', 'hek', 'Hek'),
      shared('gras', 'gras', 'gazon'),
    ];
    expect(withoutRepeats(reasonsOfPair(evidence))).toEqual([
      { term: 'speeltoestellen', words: ['schommel', 'glijbaan', 'wip'] },
      { term: 'toilet', words: ['wc'] },
      { term: 'hek', words: [] },
    ]);
  });

  it('say nothing twice, and write a word as in the middle of a sentence', () => {
    const reasons = [
      { term: 'klompenpad', words: ['Klompenpad', 'Wandelroute'] },
      { term: 'klompenpaden', words: ['klompenpaden'] },
      { term: 'hulp bij een hartstilstand', words: ['AED', 'klompenpad', 'wandelroutes', 'AED'] },
    ];
    expect(withoutRepeats(reasons)).toEqual([
      { term: 'klompenpad', words: ['wandelroute'] },
      { term: 'hulp bij een hartstilstand', words: ['AED'] },
    ]);
  });
});
