import type { ConceptInput } from './concepts';
import { conceptLimits, purchaseGroups, conceptUnits } from './concepts';
import { createEngine } from './engine';
import { conceptFaults, isConceptless, mergeConcepts, ownConceptId, tidyConcept } from './lexicon-changes';
import { shippedConcepts } from './shipped-lexicon';
import type { Concept } from './types';

const pumptrack: ConceptInput = {
  label: 'kabelbaan',
  theme: 'play_sport',
  kind: 'good',
  purchase: 'play-equipment',
  unit: 'piece',
  terms: ['kabelbaan', 'tokkelbaan'],
  ambiguous: [],
  unless: [],
  near: [],
  related: ['playground'],
  context: '',
};
const others = shippedConcepts;
const faults = (change: Partial<ConceptInput>, id = 'own-kabelbaan'): readonly string[] =>
  conceptFaults(tidyConcept({ ...pumptrack, ...change }), id, others).map(({ pointer }) => pointer);
const words = (count: number): string[] => Array.from({ length: count }, (_, index) => `woord${index}`);

describe('the concepts of a municipality', () => {
  const [first, second] = shippedConcepts as readonly [Concept, Concept];
  const own: Concept = { ...pumptrack, id: 'own-kabelbaan' };

  it('are the shipped ones, with what was changed in its place and its own behind them', () => {
    const changed = { ...first, label: 'anders' };
    const merged = mergeConcepts([first, second], [own, changed]);
    expect(merged).toEqual([changed, second, own]);
  });

  it('keep what was changed in a concept that is no longer shipped', () => {
    expect(mergeConcepts([second], [first])).toEqual([second, first]);
  });

  it('get an id no shipped one ever has, and never the same twice', () => {
    expect(ownConceptId('Café aan de dijk!', new Set())).toBe('own-cafe-aan-de-dijk');
    expect(ownConceptId('café aan de dijk', new Set(['own-cafe-aan-de-dijk']))).toBe('own-cafe-aan-de-dijk-2');
    expect(ownConceptId('…', new Set())).toBe('own-concept');
    expect(shippedConcepts.filter(({ id }) => id.startsWith('own-'))).toEqual([]);
  });

  it('that are shipped can each be kept as they are', () => {
    const refused = shippedConcepts.flatMap((concept) =>
      conceptFaults(tidyConcept(concept), concept.id, others).map((fault) => ({ id: concept.id, ...fault })),
    );
    expect(refused).toEqual([]);
  });

  it('name only groups of purchases and units that are known', () => {
    expect(new Set(shippedConcepts.map(({ purchase }) => purchase))).toEqual(new Set([null, ...purchaseGroups]));
    expect(new Set(shippedConcepts.map(({ unit }) => unit))).toEqual(new Set([null, ...conceptUnits]));
  });
});

describe('what an administrator writes', () => {
  it('is kept as single lines without blanks around them, and nothing twice', () => {
    const tidy = tidyConcept({
      ...pumptrack,
      label: '  kabel\u200bbaan\n',
      terms: ['Kabelbaan ', 'kabelbaan', '', ' \n', 'tokkel  baan'],
      near: ['zip', 'zip'],
    });
    expect(tidy).toMatchObject({ label: 'kabelbaan', terms: ['Kabelbaan', 'tokkel baan'], near: ['zip'] });
  });

  it('spells a word of two meanings as its term, for only so it is found', () => {
    const { ambiguous } = tidyConcept({ ...pumptrack, terms: ['trappers', 'kabelbaan'], ambiguous: ['Trapper'] });
    expect(ambiguous).toEqual(['trappers']);
  });

  it.each<[string, Partial<ConceptInput>, readonly string[]]>([
    ['nothing wrong', {}, []],
    ['no name', { label: ' ' }, ['/label']],
    ['a name that is too long', { label: 'x'.repeat(conceptLimits.label.max + 1) }, ['/label']],
    ['a script for a name', { label: '<script>alert(1)</script>' }, ['/label']],
    ['an unknown theme', { theme: 'space' as ConceptInput['theme'] }, ['/theme']],
    ['an unknown kind', { kind: 'wish' as ConceptInput['kind'] }, ['/kind']],
    ['an unknown purchase and unit', { purchase: 'rockets', unit: 'ell' }, ['/purchase', '/unit']],
    ['no term', { terms: [] }, ['/terms']],
    ['too many terms', { terms: words(conceptLimits.terms.max + 1) }, ['/terms']],
    ['a term that is too long', { terms: ['x'.repeat(conceptLimits.term.max + 1)] }, ['/terms']],
    ['a picture for a term', { terms: ['<img src=x onerror=alert(1)>'] }, ['/terms']],
    ['a term without a letter', { terms: ['…'] }, ['/terms']],
    ['a second meaning of no term', { ambiguous: ['kabel'] }, ['/ambiguous']],
    ['markup in what rules it out', { unless: ['<b>televisie</b>'] }, ['/unless']],
    ['kin that does not exist', { near: ['unicorn'], related: ['own-kabelbaan'] }, ['/near', '/related']],
    ['kin of both kinds', { near: ['playground'] }, ['/related']],
    ['too many near', { near: others.slice(0, conceptLimits.near.max + 1).map(({ id }) => id) }, ['/near']],
    ['a story with markup', { context: '<p>' }, ['/context']],
  ])('is refused with the field it is about: %s', (_, change, pointers) => {
    expect(faults(change)).toEqual(pointers);
  });

  it('is told everything that is wrong at once', () => {
    expect(faults({ label: '', terms: [], unit: 'ell', near: ['unicorn'] })).toEqual([
      '/label',
      '/unit',
      '/terms',
      '/near',
    ]);
  });
});

describe('a text without a concept', () => {
  const engine = createEngine({ villageNames: ['Tricht'] });

  it('is one in which none was recognised', () => {
    expect(isConceptless(engine.features({ title: 'Xyloo bij de Zwiep', body: '' }))).toBe(true);
    expect(isConceptless(engine.features({ title: 'Een bankje bij de kerk', body: '' }))).toBe(false);
  });

  it('has one as soon as the municipality knows it', () => {
    const concepts = mergeConcepts(shippedConcepts, [
      { ...pumptrack, id: 'own-zwiep', label: 'zwiep', terms: ['zwiep'] },
    ]);
    const { items } = createEngine({ villageNames: [], concepts }).features({ title: 'Een zwiep erbij', body: '' });
    expect(items.find(({ kind }) => kind === 'concept')?.key).toBe('own-zwiep');
  });
});
