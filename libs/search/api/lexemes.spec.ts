import { normalWords } from '@kernagenda/matching/domain';
import { ranking, readText, wanted } from './lexemes';

const text = {
  title: 'Dorpsboomgaard',
  body: 'Een boomgaard met bankjes.',
  place: 'Bij de steiger',
  villages: [{ slug: 'tricht', name: 'Tricht' }],
  theme: 'green',
  agendaState: 'wish',
};

const stem = (word: string): string => normalWords(word)[0]?.stem ?? '';

describe('the reading of a text', () => {
  it('weighs title over text over parts of compounds', () => {
    const { words } = readText(text);
    expect(words).toContain(`'${stem('dorpsboomgaard')}':1A`);
    expect(words).toContain(`'${stem('bank')}':1B`);
    expect(words).toContain(`'${stem('boomgaard')}':1B`);
    expect(words).toContain(`'${stem('dorp')}':1C`);
  });

  it('knows the filters as lexemes that no word can be', () => {
    const { words } = readText({ ...text, body: '/village/tricht' });
    expect(words.match(/'\/village\/tricht'/g)).toHaveLength(1);
    expect(words).toContain("'/theme/green'");
    expect(words).toContain("'/state/wish'");
  });
});

describe('what is looked for', () => {
  const terms = [
    { stems: ['bank'], parts: [] },
    { stems: ['speeltuin'], parts: ['spel', 'tuin'] },
  ];

  it('is every word, whole or in all its parts, within the filter', () => {
    expect(wanted(terms, 'all', { theme: 'green' })).toBe(
      "(('bank') & ('speeltuin' | ('spel' & 'tuin'))) & '/theme/green'",
    );
    expect(wanted(terms, 'any', {})).toBe("(('bank') | ('speeltuin' | ('spel' & 'tuin')))");
    expect(wanted([], 'all', { village: 'tricht', agendaState: 'done' })).toBe("'/village/tricht' & '/state/done'");
  });

  it('is ranked by everything that may match', () => {
    expect(ranking(terms)).toBe("'bank' | 'speeltuin' | 'spel' | 'tuin'");
  });

  it('ends no lexeme early', () => {
    expect(wanted([], 'all', { village: "x' | 'bank" })).toBe("'/village/x | bank'");
  });
});
