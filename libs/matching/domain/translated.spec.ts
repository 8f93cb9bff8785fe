import { dutchWords } from './data/other-tongues';
import { shippedLexicon } from './shipped-lexicon';
import { tokenize } from './tokens';
import { translated } from './translated';

const dutch = (text: string): readonly string[] =>
  tokenize(text).map((token) => translated(token, shippedLexicon()).word);

describe('words of dialects and English', () => {
  it.each([
    ['Frisian', 'strjitte by de sleat', ['straat', 'by', 'de', 'sloot']],
    ['Low Saxon', 'peerd', ['paard']],
    ['English', 'ducks in our ditch', ['ducks', 'in', 'our', 'sloot']],
  ])('are read as the Dutch ones: %s', (_, text, words) => {
    expect(dutch(text)).toEqual(words);
  });

  it('are shown as they were written', () => {
    const [token] = tokenize('Sleat');
    expect(token && translated(token, shippedLexicon()).surface).toBe('Sleat');
  });

  it('stand in the list once each', () => {
    const others = dutchWords.flatMap(([, each]) => each);
    expect(others).toEqual([...new Set(others)]);
  });
});
