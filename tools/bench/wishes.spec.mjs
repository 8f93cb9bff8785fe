import { createWishes } from './wishes.mjs';

const { villages, wish } = createWishes();
const some = Array.from({ length: 2000 }, (_, n) => wish(n));
const textOf = ({ title, body }) => `${title} ${body}`;

describe('the wishes of the bench', () => {
  it('are the same for the same number, whatever was asked before', () => {
    const anew = createWishes();
    expect([1999, 0, 1000].map(anew.wish)).toEqual([1999, 0, 1000].map((n) => some[n]));
  });

  it('hardly ever come twice', () => {
    expect(new Set(some.map(textOf)).size).toBeGreaterThan(1900);
  });

  it('are of villages of the whole country', () => {
    expect(villages).toHaveLength(2501);
    expect(new Set(some.map(({ village }) => villages[village])).size).toBeGreaterThan(1000);
  });

  it('are whole: a title, and no place left open', () => {
    expect(some.filter(({ title }) => title === '')).toEqual([]);
    expect(some.map(textOf).filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});
