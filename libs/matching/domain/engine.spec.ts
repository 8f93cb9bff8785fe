import * as fc from 'fast-check';
import { createEngine } from './engine';
import { shippedConcepts as concepts } from './shipped-lexicon';
import type { Features, Match } from './types';

const engine = createEngine({ villageNames: ['Tricht', 'Varik', 'Est', 'West Betuwe'] });

function read(title: string, body = ''): Features {
  return engine.features({ title, body });
}

function compare(a: readonly [string, string?], b: readonly [string, string?]): Match | null {
  return engine.compare(read(...a), read(...b));
}

/** As `compare`, for what is shown as a match. */
function match(a: readonly [string, string?], b: readonly [string, string?]): Match | null {
  const found = compare(a, b);
  return found?.tier === 'related' ? null : found;
}

const anyText = fc.record({
  title: fc.string({ unit: 'grapheme', maxLength: 80 }),
  body: fc.string({ maxLength: 300 }),
});
const subjects = [
  'gratis',
  'grattis',
  'speeltiun',
  'speeltuin',
  'zitbank',
  'laadpaal',
  'moestuin',
  'zwerfafval',
  'buurtbus',
  'vuurwerk',
  'notulenkast',
];
const plainTitle = fc
  .uniqueArray(fc.constantFrom(...subjects), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' en '));
const villageText = fc.record({
  title: plainTitle,
  body: fc
    .array(fc.constantFrom(...subjects, 'graag', 'bij', 'de', 'kinderen', 'lantaarnpalen', 'kapot.'), { maxLength: 15 })
    .map((words) => words.join(' ')),
});

describe('the matching engine', () => {
  it('finds the same wish in other words', () => {
    const match = compare(
      ['Te hard rijden in de Kerkstraat', "Auto's scheuren langs de school."],
      ['Snelheid omlaag', 'Er is een flitspaal of een drempel nodig.'],
    );
    expect(match?.tier).toBe('strong');
    expect(match?.evidence[0]).toMatchObject({ kind: 'concept', term: 'te hard rijden' });
  });

  it('shows the words that carry the resemblance on each side', () => {
    const [evidence] = compare(['Straatverlichting Meerweg'], ['Meer lantaarnpalen'])?.evidence ?? [];
    expect(evidence).toMatchObject({ term: 'straatverlichting', inA: 'Straatverlichting', inB: 'lantaarnpalen' });
  });

  it.each([
    ['a plural', 'Nieuwe laadpalen', 'Een laadpaal'],
    ['a diminutive', 'Bankjes langs het water', 'Zitbank vernieuwen'],
    ['a compound it never saw', 'Dijkverlichting', 'Verlichting'],
    ['a typing error', 'Speeltiun', 'Speeltuin opknappen'],
    ['a badly spelled difficult word', 'Defribilator', 'AED aan de gevel'],
    ['verbs that changed form', 'Er wordt hard gereden', 'Langzamer rijden'],
    ['accents', 'Dorpscafe', 'Dorpscafé open houden'],
  ])('sees through %s', (_, title, other) => {
    expect(match([title], [other])).not.toBeNull();
  });

  it('matches a word no list knows when both titles are about it', () => {
    expect(compare(['Kwibusfeest'], ['Kwibusfeest organiseren'])?.evidence[0]?.kind).toBe('word');
    expect(compare(['Kwibusveest'], ['Kwibusfeest'])?.evidence[0]?.kind).toBe('spelling');
  });

  it.each([
    ['village names', 'Tricht vooruit', 'Mooi Tricht'],
    ['a name made from a village', 'Varikse plannen', 'Over Varik'],
    ['a street in both', 'Bloembakken in de Dorpsstraat', 'Vuilnis in de Dorpsstraat'],
    ['the word village', 'Het dorp', 'Ons dorp'],
    ['a polite request', 'Graag zou het mooi zijn', 'Zou het mooi zijn graag'],
    [
      'things people say in every proposal',
      'Plan van de werkgroep voor bewoners',
      'Werkgroep met bewoners maakt een plan',
    ],
  ])('does not match on %s', (_, title, other) => {
    expect(compare([title], [other])).toBeNull();
  });

  it('does not make a strong match of the place where things should come', () => {
    expect(compare(['Podium in het dorpshuis'], ['Laadpaal bij het dorpshuis'])?.tier).not.toBe('strong');
  });

  it.each([
    ['a bank to sit on', 'Bankje onder de boom', 'a bank with money', 'Bank terug: geld opnemen en pinautomaat'],
    ['trees', 'Bomen planten', 'a barrier', 'Slagboom op de dijkweg'],
    ['light', 'Lantaarnpalen', 'too much light', 'Lichthinder van de kassen'],
    ['a repair café', 'Repair café', 'a café', 'Dorpscafé weer open'],
  ])('keeps apart %s (%s) and %s (%s)', (_, title, __, other) => {
    expect(match([title], [other])).toBeNull();
  });

  it.each([
    ['a bump', 'Verkeersdrempel graag', 'Drempel weghalen'],
    ['skating', 'Een skatebaan', 'Verbied de skatebaan'],
    [
      'a thing named in the title that the story wants gone',
      'Verkeersdrempel',
      'Drempel Kerkstraat. Graag de drempel weghalen.',
    ],
  ])('calls wishes for and against %s opposite, and no more than related', (_, title, other) => {
    const [name = '', body = ''] = other.split('. ');
    expect(compare([title], [name, body])).toMatchObject({ tier: 'related', isOpposite: true });
  });

  it('does not take what a thing is against for a wish to be rid of it', () => {
    expect(match(['Drempel tegen hardrijden'], ['Een verkeersdrempel graag'])).toMatchObject({ isOpposite: false });
  });

  it('always has a reason', () => {
    fc.assert(
      fc.property(villageText, villageText, (a, b) => {
        expect(engine.compare(engine.features(a), engine.features(b))?.evidence).not.toEqual([]);
      }),
    );
  });

  it('says nothing about an empty text', () => {
    expect(compare([''], ['Speeltuin'])).toBeNull();
    expect(compare(['', '...'], ['!!!', ''])).toBeNull();
  });

  it('keeps features as plain JSON', () => {
    const features = read('Speeltuin opknappen', 'De schommel is kapot.');
    expect(JSON.parse(JSON.stringify(features))).toEqual(features);
  });

  it('compares features that were stored and read back in another order of keys', () => {
    const features = read('Speeltuin opknappen', 'De schommel is kapot.');
    const other = read('Nieuwe speeltuin');
    const stored = JSON.parse(JSON.stringify(other)) as Features;
    const turned = stored.items.map((item) => Object.fromEntries(Object.entries(item).reverse()) as typeof item);
    expect(engine.compare(features, { items: turned })).toEqual(engine.compare(features, other));
  });

  it('stays within bounds for any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const match = engine.compare(engine.features(a), engine.features(b));
        expect(match?.score ?? 0).toBeGreaterThanOrEqual(0);
        expect(match?.score ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('judges both directions alike', () => {
    fc.assert(
      fc.property(villageText, villageText, (a, b) => {
        const forth = engine.compare(engine.features(a), engine.features(b));
        const back = engine.compare(engine.features(b), engine.features(a));
        expect(back && { ...back, evidence: back.evidence.map((e) => ({ ...e, inA: e.inB, inB: e.inA })) }).toEqual(
          forth,
        );
      }),
    );
  });

  it('finds nothing more alike than the text itself', () => {
    fc.assert(
      fc.property(plainTitle, villageText, (title, other) => {
        const self = engine.compare(read(title), read(title))?.score ?? 0;
        expect(engine.compare(read(title), engine.features(other))?.score ?? 0).toBeLessThanOrEqual(self);
      }),
    );
  });

  it('reads the same text the same way, whatever it read before', () => {
    fc.assert(
      fc.property(villageText, anyText, (text, before) => {
        const first = engine.features(text);
        engine.features(before);
        expect(createEngine({ villageNames: ['Tricht', 'Varik', 'Est', 'West Betuwe'] }).features(text)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });
});

describe('attack 25: keyword stuffing', () => {
  const labels = concepts.map(({ label }) => label);
  const honest = labels.map((label) => read(label));

  it.each([
    ['in the body', 'Van alles', labels.join(', ')],
    ['in the title', labels.join(' '), ''],
    ['behind an honest title', 'Van alles en een speeltuin', labels.join('. ')],
    ['with every word of the lists', 'Lijst', concepts.flatMap(({ terms }) => terms).join('. ')],
    ['by repeating', 'Klachten', `${labels.slice(0, 60).join(', ')}. `.repeat(5)],
  ])('forces no strong match %s', (_, title, body) => {
    const stuffed = read(title, body);
    const flagged = honest.filter((features) => engine.compare(stuffed, features)?.tier === 'strong');
    expect(flagged).toHaveLength(0);
  });

  it('gives repetition no weight', () => {
    const once = compare(['Laadpaal'], ['Laadpaal op het plein'])?.score;
    expect(compare(['Laadpaal '.repeat(50)], ['Laadpaal op het plein'])?.score).toBe(once);
  });

  it('reads a limited part of an endless text', () => {
    const strange = Array.from({ length: 3000 }, (_, index) => `${index.toString(36)}woord`).join(' ');
    const features = read('Onzin', `${strange} speeltuin`);
    expect(features.items.length).toBeLessThanOrEqual(52);
    expect(features.items.some(({ kind }) => kind === 'concept')).toBe(false);
  });
});
