import fc from 'fast-check';
import { cosine, createVectorIndex, normalise, withMeaning } from './vectors';

/** A vector at so many degrees from the first direction. */
const at = (degrees: number): number[] => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

/** Numbers between -1 and 1 that are the same with every run. */
function numbers(count: number, seed: number): Float32Array {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

describe('vectors', () => {
  it('are compared by direction, not by length', () => {
    expect(normalise([3, 4])).toEqual(Float32Array.from([0.6, 0.8]));
    expect(normalise([0, 0])).toBeNull();
    expect(cosine(at(0), at(60))).toBeCloseTo(0.5);
    expect(cosine([1, 2, 3, 4, 5], [1, 1, 1, 1, 2])).toBe(20);
  });

  it('are found nearest first, equals by id, without the text itself and what is left out', () => {
    const index = createVectorIndex();
    const degrees = { me: 0, far: 80, c: 20, b: 10, a: 10, mine: 5 };
    for (const [id, each] of Object.entries(degrees)) index.add(id, at(each));
    const found = index.nearest('me', 3, (id) => id === 'mine');
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(index.nearest('me', 2).map(({ id }) => id)).toEqual(['mine', 'a']);
    expect(index.nearest('nobody', 2)).toEqual([]);
    expect(found[0]?.likeness).toBe(index.likeness('a', 'me'));
    expect(index.likeness('me', 'nobody')).toBeNull();
  });

  it('are what they are now: a vector again replaces, one that goes is not found, and its place is used', () => {
    const index = createVectorIndex();
    for (let round = 0; round < 3; round++) {
      for (let id = 0; id < 600; id++) index.add(String(id), numbers(8, id + 1));
      for (let id = 100; id < 600; id++) index.remove(String(id));
    }
    expect(index.size).toBe(100);
    index.add('7', numbers(8, 4));
    expect(index.nearest('3', 1)).toEqual([{ id: '7', likeness: 1 }]);
    expect(index.nearest('3', 999).every(({ id }) => Number(id) < 100)).toBe(true);
  });

  it('of another size are left out, until there is none of the first', () => {
    const index = createVectorIndex();
    index.add('a', [1, 0]);
    index.add('b', [1, 0, 0]);
    expect(index.size).toBe(1);
    index.remove('a');
    index.add('b', [1, 0, 0]);
    index.add('c', [1, 0, 0]);
    expect(index.nearest('b', 1)).toEqual([{ id: 'c', likeness: 1 }]);
  });

  it('of a model that finds everything alike say something only beyond that', () => {
    const index = createVectorIndex();
    const common = numbers(512, 9_999).map((value) => value * 3);
    const near = (seed: number): Float32Array => numbers(512, seed).map((value, place) => value + (common[place] ?? 0));
    for (let id = 0; id < 400; id++) index.add(String(id), near(id + 1));
    const first = near(1);
    index.add(
      'twin',
      numbers(512, 5).map((value, place) => (first[place] ?? 0) + value * 0.1),
    );
    const alike = [...Array(399).keys()].map((id) => index.likeness('twin', String(id + 1)) ?? 1);
    expect(cosine(normalise(near(2)) ?? [], normalise(near(3)) ?? [])).toBeGreaterThan(0.8);
    expect(Math.max(...alike)).toBeLessThan(0.4);
    expect(index.likeness('twin', '0')).toBeGreaterThan(0.9);
  });

  it('give the same likeness in whatever order they came', () => {
    const order = [...Array(120).keys()];
    const [one, other] = [order, [...order].reverse()].map((ids) => {
      const index = createVectorIndex();
      ids.forEach((id) => index.add(String(id), numbers(32, id + 1)));
      return index.nearest('5', 20);
    });
    expect(one).toEqual(other);
  });
});

describe('meaning', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('only ever raises a probability, the more the more alike', () => {
    fc.assert(
      fc.property(share, share, share, (probability, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(withMeaning(probability, less)).toBeGreaterThanOrEqual(probability);
        expect(withMeaning(probability, more)).toBeGreaterThanOrEqual(withMeaning(probability, less));
        expect(withMeaning(probability, more)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('by itself makes a resemblance possible and never strong, and what it does not know it leaves', () => {
    expect(withMeaning(0, 1)).toBe(0.6);
    expect(withMeaning(0, 0.3)).toBe(0);
    expect(withMeaning(0.4, null)).toBe(0.4);
  });
});
