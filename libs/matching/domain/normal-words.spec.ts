import { normalWords } from './normal-words';

describe('normal words', () => {
  it('leave out what says nothing and bring inflections together', () => {
    const [bench, river] = normalWords('Twee nieuwe bankjes aan de Linge graag!');
    expect(normalWords('Twee nieuwe bankjes aan de Linge graag!')).toHaveLength(2);
    expect([bench?.word, bench?.stem, river?.word]).toEqual(['bankjes', normalWords('bank')[0]?.stem, 'linge']);
  });

  it('know the parts of a compound with their stems', () => {
    const [word] = normalWords('Dorpsspeeltuin');
    expect(word?.parts).toEqual([
      { word: 'dorp', stem: normalWords('dorp')[0]?.stem },
      { word: 'speel', stem: normalWords('speel')[0]?.stem },
      { word: 'tuin', stem: normalWords('tuintjes')[0]?.stem },
    ]);
  });

  it('are empty for a text without words', () => {
    expect(normalWords("'; -- \\ | & ! ( ) :* <->")).toEqual([]);
  });
});
