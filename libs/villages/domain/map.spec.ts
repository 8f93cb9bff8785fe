import * as fc from 'fast-check';
import {
  arcPath,
  edgeNames,
  projectBoundaries,
  shortestTree,
  type LabelOffset,
  type Point,
  type VillageBoundary,
} from './map';

const above: LabelOffset = { dx: 0, dy: -14, anchor: 'middle' };

const square = (slug: string, west: number, south: number, label = above): VillageBoundary => ({
  slug,
  name: slug,
  boundary: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
  point: [west + 0.05, south + 0.05],
  label,
});

const point = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 500 })) as fc.Arbitrary<Point>;

describe('projectBoundaries', () => {
  it('fills the width between the margins and puts north up', () => {
    const { width, shapes } = projectBoundaries([square('south', 5, 51), square('north', 5.3, 51.4)], []);
    const [south, north] = shapes;
    expect(width).toBe(1000);
    expect(south?.path.startsWith('M20 ')).toBe(true);
    expect(north?.dot[1]).toBeLessThan(south?.dot[1] ?? 0);
    expect(north?.dot[0]).toBeCloseTo(980 - 120, 0);
  });

  it('draws a degree of latitude longer than one of longitude, as it is at 52 degrees north', () => {
    const { height } = projectBoundaries([square('one', 5, 51.95)], []);
    expect((height - 40) / 960).toBeCloseTo(1 / Math.cos((52 * Math.PI) / 180), 2);
  });

  it('places a name from its dot', () => {
    const { shapes } = projectBoundaries([square('a', 5, 51, { dx: 12, dy: 6, anchor: 'start' })], []);
    const [a] = shapes;
    expect(a?.label).toEqual({ x: (a?.dot[0] ?? 0) + 12, y: (a?.dot[1] ?? 0) + 6, anchor: 'start' });
  });

  it('draws nothing for a municipality without boundaries', () => {
    expect(projectBoundaries([], [])).toEqual({ width: 1000, height: 0, shapes: [], waters: [] });
  });
});

describe('shortestTree', () => {
  it('connects neighbours instead of everybody with everybody', () => {
    expect(
      shortestTree([
        [0, 0],
        [100, 0],
        [10, 0],
      ]),
    ).toEqual([
      [0, 2],
      [2, 1],
    ]);
  });

  it('always reaches every point with one line less than there are points', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 26 }), (points) => {
        const tree = shortestTree(points);
        const reached = new Set([0, ...tree.flat()]);
        expect(tree).toHaveLength(points.length - 1);
        expect(reached.size).toBe(points.length);
      }),
    );
  });
});

describe('arcPath', () => {
  it('bends upward whichever way it is asked for', () => {
    expect(arcPath([0, 100], [100, 100])).toBe('M0 100Q50 68 100 100');
    expect(arcPath([100, 100], [0, 100])).toBe('M0 100Q50 68 100 100');
  });
});

describe('edgeNames', () => {
  it('puts the northern half above, the southern half below, and no two over each other', () => {
    const names = [
      'Heukelum',
      'Asperen',
      'Deil',
      'Tricht',
      'Est',
      'Herwijnen',
      'Hellouw',
      'Neerijnen',
      'Heesselt',
      'Varik',
    ];
    const shapes = names.map((name, index) => ({
      slug: name.toLowerCase(),
      name,
      path: '',
      dot: [400 + (index % 5) * 10, index < 5 ? 100 : 400] as const,
      label: { x: 0, y: 0, anchor: 'middle' as const },
    }));
    const placed = edgeNames(shapes, 19);
    const below = placed.filter(({ edge }) => edge === 'bottom');
    expect(below.map(({ name }) => name)).toEqual(['Herwijnen', 'Hellouw', 'Neerijnen', 'Heesselt', 'Varik']);
    below.slice(1).forEach((name, index) => {
      const before = below[index];
      expect(name.x - (before?.x ?? 0)).toBeGreaterThanOrEqual(
        ((name.name.length + (before?.name.length ?? 0)) / 2) * 19,
      );
    });
  });
});
