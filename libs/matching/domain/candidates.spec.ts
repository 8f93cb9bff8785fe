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
        const all = points.filter(({ features }) => engine.compare(query.features, features)).map(({ id }) => id);
        expect(
          index
            .similar(query.features, { limit: 100 })
            .map(({ id }) => id)
            .sort(),
        ).toEqual(all.sort());
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

  it('compares one text with ten thousand in less than 20 ms', () => {
    const places = ['plein', 'haven', 'dijk', 'school', 'sporthal', 'kerk', 'molen', 'brug'];
    const index = createIndex(engine);
    for (let at = 0; at < 10_000; at++) {
      const [subject, second, place] = [subjects[at % 9], subjects[(at * 7 + 3) % 9], places[at % 8]];
      index.add(
        `p${at}`,
        read(
          `Wens: ${subject} ${(at % 499).toString(36)}wijk`,
          `Bij de ${place} is een ${second} nodig voor ${(at % 397).toString(36)}groep en de kinderen.`,
        ),
      );
    }
    const queries = subjects.flatMap((subject) =>
      places.map((place) => read(`Nieuwe ${subject}`, `Graag bij de ${place}, de oude is kapot.`)),
    );
    // Time of this process alone, so a busy machine does not fail it.
    const before = process.cpuUsage();
    for (const query of queries) index.similar(query, { limit: 10 });
    expect(process.cpuUsage(before).user / 1000 / queries.length).toBeLessThan(20);
  });
});
