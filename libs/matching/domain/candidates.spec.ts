import * as fc from 'fast-check';
import { createIndex } from './candidates';
import { createEngine } from './engine';
import type { Features } from './types';

const engine = createEngine({ villageNames: ['Tricht'] });
const subjects = [
  'speeltuin',
  'zitbank',
  'laadpaal',
  'moestuin',
  'zwerfafval',
  'vuurwerk',
  'klompenpad',
  'kwibusfeest',
  'kwibusveest',
];
const somePoints = fc.array(
  fc.record({
    title: fc.constantFrom(...subjects),
    body: fc.array(fc.constantFrom(...subjects), { maxLength: 4 }).map((words) => words.join('. ')),
  }),
  { minLength: 1, maxLength: 25 },
);

function read(title: string, body = ''): Features {
  return engine.features({ title, body });
}

describe('the index of candidates', () => {
  it('answers the best first and no more than asked', () => {
    const index = createIndex(engine);
    index.add('passing', read('Feest in de tuin', 'Naast de speeltuin.'));
    index.add('same', read('Nieuwe speeltuin'));
    index.add('other', read('Laadpaal'));
    expect(index.similar(read('Speeltuin opknappen'), { limit: 5 }).map(({ id }) => id)[0]).toBe('same');
    expect(index.similar(read('Speeltuin opknappen'), { limit: 5 }).map(({ id }) => id)).not.toContain('other');
    expect(index.similar(read('Speeltuin opknappen'), { limit: 0 })).toEqual([]);
  });

  it('leaves out who is excluded, before it counts to the limit', () => {
    const index = createIndex(engine);
    for (let at = 0; at < 200; at++) index.add(`own-${at}`, read('Speeltuin'));
    index.add('elsewhere', read('Speeltuin', 'Met een glijbaan.'));
    const found = index.similar(read('Speeltuin'), { limit: 3, exclude: (id) => id.startsWith('own') });
    expect(found.map(({ id }) => id)).toEqual(['elsewhere']);
  });

  it('forgets what is removed and takes the last version of a text', () => {
    const index = createIndex(engine);
    index.add('a', read('Speeltuin'));
    index.add('a', read('Laadpaal'));
    expect(index.size).toBe(1);
    expect(index.similar(read('Speeltuin'), { limit: 5 })).toEqual([]);
    expect(index.similar(read('Laadpaal'), { limit: 5 })).toHaveLength(1);
    index.remove('a');
    index.remove('a');
    expect(index.size).toBe(0);
    expect(index.similar(read('Laadpaal'), { limit: 5 })).toEqual([]);
  });

  it('finds a word nobody knows through its misspelling', () => {
    const index = createIndex(engine);
    index.add('a', read('Kwibusfeest'));
    expect(index.similar(read('Kwibusveest'), { limit: 5 }).map(({ id }) => id)).toEqual(['a']);
    index.remove('a');
    expect(index.similar(read('Kwibusveest'), { limit: 5 })).toEqual([]);
  });

  it('finds a text with a slip from the word it was meant to be, and the other way round', () => {
    for (const [there, asked] of [
      ['Kwibusfeest', 'Kwibusveest'],
      ['Kwibusveest', 'Kwibusfeest'],
    ] as const) {
      const index = createIndex(engine);
      index.add('a', read(there));
      expect(index.similar(read(asked), { limit: 5 }).map(({ id }) => id)).toEqual(['a']);
    }
  });

  it('answers what comparing with everybody answers', () => {
    fc.assert(
      fc.property(somePoints, (texts) => {
        const points = texts.map((text, at) => ({ id: `p${at}`, features: engine.features(text) }));
        const index = createIndex(engine);
        for (const { id, features } of points) index.add(id, features);
        const [query] = points;
        if (!query) return;
        const all = points.flatMap(({ id, features }) => {
          const match = engine.compare(query.features, features);
          return match ? [{ id, score: match.score, tier: match.tier, isOpposite: match.isOpposite }] : [];
        });
        const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
        expect(index.similar(query.features, { limit: 100 }).sort(byId)).toEqual(all.sort(byId));
      }),
    );
  });

  it('answers the same in whatever order the points came', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 1, max: 24 }), (texts, turn) => {
        const points = texts.map((text, at) => ({ id: `p${at}`, features: engine.features(text) }));
        const answers = [points, [...points.slice(turn), ...points.slice(0, turn)], [...points].reverse()].map(
          (ordered) => {
            const index = createIndex(engine);
            for (const { id, features } of ordered) index.add(id, features);
            return index.similar(read('Speeltuin en laadpaal'), { limit: 4 });
          },
        );
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }),
    );
  });

  it('answers the same after most of what it knew was removed', () => {
    const known = subjects.map((subject) => read(`Nieuwe ${subject}`));
    const [large, small] = [createIndex(engine), createIndex(engine)];
    for (let at = 0; at < 3_000; at++) large.add(`p${at}`, known[at % known.length] ?? read(''));
    for (let at = 20; at < 3_000; at++) large.remove(`p${at}`);
    for (const [index, first] of [
      [large, 10],
      [small, 0],
    ] as const) {
      for (let at = first; at < 20; at++) index.add(`p${at}`, known[at % known.length] ?? read(''));
    }
    expect(large.size).toBe(20);
    expect(large.similar(read('Speeltuin'), { limit: 50 })).toEqual(small.similar(read('Speeltuin'), { limit: 50 }));
  });
});
