import * as fc from 'fast-check';
import { cluster } from './clusters';
import type { ClusterPoint, PointPair } from './clusters';
import { createEngine } from './engine';

const engine = createEngine({ villageNames: ['Tricht', 'Deil', 'Est', 'Varik'] });

function point(id: string, villages: string | readonly string[], title = id, body = ''): ClusterPoint {
  return { id, villages: [villages].flat(), features: engine.features({ title, body }) };
}

function pair(a: string, b: string, score: number): PointPair {
  return { a, b, match: { score, tier: score >= 0.6 ? 'strong' : 'possible' } };
}

function allPairs(points: readonly ClusterPoint[]): PointPair[] {
  return points.flatMap((a, at) =>
    points.slice(at + 1).flatMap((b) => {
      const match = a.villages.some((village) => b.villages.includes(village))
        ? null
        : engine.compare(a.features, b.features);
      return match && match.tier !== 'related' ? [{ a: a.id, b: b.id, match }] : [];
    }),
  );
}

describe('clusters', () => {
  it('gathers villages that want the same under the word they use', () => {
    const points = [
      point('1', 'Deil', 'Klompenpad Deil', 'Vrijwilligers werken aan een wandelroute.'),
      point('2', ['Varik', 'Heesselt'], 'Klompenpad langs de tuin'),
      point('3', 'Est', 'Klompenpad', 'Een route over boerenland.'),
      point('4', 'Tricht', 'Te hard rijden'),
      point('5', 'Deil', 'Snelheid in de Dorpsstraat'),
      point('6', 'Est', 'Jeu de boules'),
    ];
    expect(cluster(allPairs(points), points, engine.label)).toMatchObject([
      { label: 'Klompenpad', points: ['1', '2', '3'], villages: ['Deil', 'Est', 'Heesselt', 'Varik'] },
      { label: 'Te hard rijden', points: ['4', '5'], villages: ['Deil', 'Tricht'] },
    ]);
  });

  it('names the idea when everybody uses another word', () => {
    const points = [
      point('1', 'Deil', 'Lantaarnpalen'),
      point('2', 'Est', 'Straatverlichting'),
      point('3', 'Tricht', 'Donkere weg'),
    ];
    expect(cluster(allPairs(points), points, engine.label)[0]?.label).toBe('Straatverlichting');
  });

  it('writes an abbreviation as people do', () => {
    const points = [point('1', 'Deil', 'AED bij de kerk'), point('2', 'Est', 'Een AED')];
    expect(cluster(allPairs(points), points, engine.label)[0]?.label).toBe('AED');
  });

  it('does not chain neighbours into one topic', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const points = ids.map((id) => point(id, `village ${id}`));
    const chain = ids.slice(1).map((id, at) => pair(ids[at] ?? '', id, 0.8));
    expect(cluster(chain, points, engine.label).every((found) => found.points.length <= 2)).toBe(true);
  });

  it('makes no cluster of possible pairs alone', () => {
    expect(cluster([pair('a', 'b', 0.5)], [point('a', 'Deil'), point('b', 'Est')], engine.label)).toEqual([]);
  });

  it('makes no cluster within one village', () => {
    expect(cluster([pair('a', 'b', 0.9)], [point('a', ['Deil', 'Est']), point('b', 'Est')], engine.label)).toEqual([]);
  });

  it('takes two points of one village when both resemble the same elsewhere', () => {
    const points = [point('a', 'Deil'), point('b', 'Deil'), point('c', 'Est')];
    expect(cluster([pair('a', 'c', 0.9), pair('b', 'c', 0.8)], points, engine.label)).toMatchObject([
      { points: ['a', 'b', 'c'], villages: ['Deil', 'Est'], strength: 0.85 },
    ]);
  });

  it('passes over pairs of points that are gone', () => {
    expect(cluster([pair('a', 'gone', 0.9)], [point('a', 'Deil')], engine.label)).toEqual([]);
  });

  it('gives the same clusters in whatever order pairs and points come', () => {
    const scores = fc.array(fc.constantFrom(0, 0, 0.4, 0.5, 0.6, 0.8, 0.8, 0.95), { minLength: 45, maxLength: 45 });
    fc.assert(
      fc.property(scores, fc.infiniteStream(fc.nat()), (values, order) => {
        const points = Array.from({ length: 10 }, (_, at) => point(`p${at}`, `village ${at % 7}`));
        let next = 0;
        const pairs = points.flatMap((a, at) =>
          points.slice(at + 1).flatMap((b) => {
            const score = values[next++] ?? 0;
            return score > 0 && a.villages[0] !== b.villages[0] ? [pair(a.id, b.id, score)] : [];
          }),
        );
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, at: Number(order.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const expected = cluster(pairs, points, engine.label);
        const turned = shuffled(pairs).map(({ a, b, match }) => ({ a: b, b: a, match }));
        expect(cluster(turned, shuffled(points), engine.label)).toEqual(expected);
        const members = expected.flatMap(({ points: ids }) => ids);
        expect(new Set(members).size).toBe(members.length);
        for (const { villages } of expected) expect(villages.length).toBeGreaterThan(1);
      }),
    );
  });

  it('keeps the points of a refused pair apart, also in a larger set', () => {
    const points = ['a', 'b', 'c', 'd'].map((id) => point(id, `village ${id}`));
    const pairs = [
      pair('a', 'b', 0.9),
      pair('b', 'c', 0.9),
      pair('a', 'c', 0.9),
      pair('c', 'd', 0.8),
      pair('a', 'd', 0.8),
    ];
    const refused = [{ a: 'b', b: 'a' }];
    for (const { points: ids } of cluster(pairs, points, engine.label, refused)) {
      expect(ids).not.toEqual(expect.arrayContaining(['a', 'b']));
    }
    expect(cluster(pairs, points, engine.label)).toMatchObject([{ points: ['a', 'b', 'c', 'd'] }]);
  });

  it('never puts a refused pair together, whatever else is alike, and is the same without refusals', () => {
    const scores = fc.array(fc.constantFrom(0, 0.5, 0.8, 0.95), { minLength: 28, maxLength: 28 });
    const refusals = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 6 });
    fc.assert(
      fc.property(scores, refusals, (values, apart) => {
        const points = Array.from({ length: 8 }, (_, at) => point(`p${at}`, `village ${at}`));
        let next = 0;
        const pairs = points.flatMap((a, at) =>
          points.slice(at + 1).flatMap((b) => {
            const score = values[next++] ?? 0;
            return score > 0 ? [pair(a.id, b.id, score)] : [];
          }),
        );
        const refused = apart.filter(([a, b]) => a !== b).map(([a, b]) => ({ a: `p${a}`, b: `p${b}` }));
        const clusters = cluster(pairs, points, engine.label, refused);
        for (const { points: ids } of clusters) {
          expect(refused.filter(({ a, b }) => ids.includes(a) && ids.includes(b))).toEqual([]);
        }
        expect(cluster(pairs, points, engine.label, [])).toEqual(cluster(pairs, points, engine.label));
      }),
    );
  });
});
