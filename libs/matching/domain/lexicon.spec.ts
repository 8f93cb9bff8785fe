import { createLexicon, stemsOf } from './lexicon';
import { shippedConcepts as concepts, shippedLexicon } from './shipped-lexicon';
import { tokenize } from './tokens';

const ids = new Set(concepts.map(({ id }) => id));
const distinct = (terms: readonly string[]): ReadonlySet<string> =>
  new Set(terms.map((term) => stemsOf(term).join(' ')));
const found = (text: string): readonly string[] =>
  shippedLexicon()
    .mentionsIn(tokenize(text), () => false)
    .filter(({ certainty }) => certainty > 0.5)
    .map(({ concept }) => concept.id);

describe('the lexicon', () => {
  it('knows at least 600 concepts with 25 terms on average, counted once per stem', () => {
    const mean = concepts.reduce((sum, { terms }) => sum + distinct(terms).size, 0) / concepts.length;
    process.stdout.write(`  ${concepts.length} concepts, ${mean.toFixed(1)} terms each\n`);
    expect(concepts.length).toBeGreaterThanOrEqual(600);
    expect(mean).toBeGreaterThanOrEqual(25);
  });

  it('gives every concept an id of its own', () => {
    expect(ids.size).toBe(concepts.length);
  });

  it('calls only concepts kin that exist', () => {
    const kin = concepts.flatMap(({ near, related }) => [...near, ...related]);
    expect(kin.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('calls ambiguous only what is a term', () => {
    const strange = concepts.flatMap(({ id, terms, ambiguous }) =>
      ambiguous.filter((term) => !distinct(terms).has(stemsOf(term).join(' '))).map((term) => `${id}: ${term}`),
    );
    expect(strange).toEqual([]);
  });

  it('recognises nearly every concept by its first term', () => {
    const missed = concepts.filter(({ id, terms, ambiguous }) => {
      const [term = ''] = terms.filter((each) => !ambiguous.includes(each));
      return !found(term).includes(id);
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['a bump and a camera', 'speed-bump', 'speed-camera'],
    ['a cupboard with books and a library', 'book-exchange', 'library'],
  ])('knows that %s are near', (_, one, other) => {
    const { kinship, numberOf } = shippedLexicon();
    expect(kinship(numberOf(one), numberOf(other))).toBeGreaterThan(0);
    expect(kinship(numberOf(other), numberOf(one))).toBe(kinship(numberOf(one), numberOf(other)));
  });

  it('believes a word of two meanings only beside another sign', () => {
    const [bank] = concepts.filter(({ id }) => id === 'bench');
    if (!bank) throw new Error('There is no bench.');
    const lexicon = createLexicon([{ ...bank, ambiguous: ['bankje'] }]);
    const certainty = (text: string): number =>
      Math.max(0, ...lexicon.mentionsIn(tokenize(text), () => false).map((mention) => mention.certainty));
    expect(certainty('Een bankje')).toBeLessThan(0.5);
    expect(certainty('Een bankje, want er is geen zitplek')).toBe(1);
  });
});
