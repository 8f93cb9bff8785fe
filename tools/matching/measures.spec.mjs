import { measure } from './measures.mjs';

const text = (id, village, topic) => ({ id, village, topic });
const rows = [
  text('a', 'Deil', 'bench'),
  text('b', 'Est', 'bench'),
  text('c', 'Est', 'bench'),
  text('d', 'Varik', 'light'),
  text('e', 'Tuil', ''),
];
const [a, b, c, d, e] = rows;
const pair = (one, other, score, tier = 'strong') => ({ a: one, b: other, score, tier });

describe('the measures of matching', () => {
  it('are whole when everything that belongs together is found first', () => {
    const found = measure(rows, [pair(a, b, 0.9), pair(a, c, 0.8)]);
    expect(found).toMatchObject({ asked: 3, ndcg: 1, recall: 1, coverage: 1, alone: 1, aloneFlagged: 0 });
    expect(found.strong).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it('ask nothing of villages that are the same: b and c stand in one', () => {
    expect(measure(rows, [pair(a, b, 0.9)]).strong.recall).toBe(0.5);
  });

  it('count a stranger before the right one by its place', () => {
    const { ndcg } = measure(rows, [pair(a, d, 0.9), pair(a, b, 0.8), pair(a, c, 0.7)]);
    const first = (1 / Math.log2(3) + 1 / Math.log2(4)) / (1 + 1 / Math.log2(3));
    expect(ndcg).toBeCloseTo((first + 1 + 1) / 3, 6);
  });

  it('tell how many that nobody shares a topic with were called strong', () => {
    expect(measure(rows, [pair(a, d, 0.9)]).aloneFlagged).toBe(1);
    expect(measure(rows, [pair(a, d, 0.9, 'possible')]).aloneFlagged).toBe(0);
  });

  it('leave out rows without a topic', () => {
    expect(measure(rows, [pair(a, b, 0.9), pair(a, e, 0.95)]).strong.precision).toBe(1);
  });

  it('count possible pairs for F1 and related ones for the order alone', () => {
    const { flagged, strong } = measure(rows, [pair(a, b, 0.5, 'possible'), pair(a, c, 0.1, 'related')]);
    expect([flagged.recall, strong.recall]).toEqual([0.5, 0]);
  });
});
