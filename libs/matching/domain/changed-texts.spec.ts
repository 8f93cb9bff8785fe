import * as fc from 'fast-check';
import { hasMateriallyChanged, stemsOf } from './changed-texts';
import { createEngine } from './engine';

const stems = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 30 });

describe('a text that was judged', () => {
  it('is the same with a comma more, and another one about something else', () => {
    const engine = createEngine({ villageNames: ['Tricht'] });
    const read = (title: string): string[] => stemsOf(engine.features({ title, body: '' }));
    const before = read('Straatverlichting bij de kerk in Tricht');
    expect(hasMateriallyChanged(before, read('Straatverlichting, bij de kerk te Tricht'))).toBe(false);
    expect(hasMateriallyChanged(before, read('Een hondenpoepbak bij de speeltuin'))).toBe(true);
  });

  it('is another one from more than a fifth on', () => {
    const four = ['a', 'b', 'c', 'd'];
    expect(hasMateriallyChanged(four, [...four, 'e'])).toBe(false);
    expect(hasMateriallyChanged(four, ['a', 'b', 'c'])).toBe(true);
    expect(hasMateriallyChanged([], [])).toBe(false);
    expect(hasMateriallyChanged([], ['a'])).toBe(true);
  });

  it('is compared alike from both sides, in any order, and equals itself', () => {
    fc.assert(
      fc.property(stems, stems, (before, after) => {
        expect(hasMateriallyChanged(before, after)).toBe(hasMateriallyChanged(after, before));
        expect(hasMateriallyChanged([...before].reverse(), [...after, ...after])).toBe(
          hasMateriallyChanged(before, after),
        );
        expect(hasMateriallyChanged(before, before)).toBe(false);
      }),
    );
  });

  it('is the same up to a fifth of the stems of both', () => {
    fc.assert(
      fc.property(stems, fc.nat(30), (before, more) => {
        const added = Array.from({ length: more }, (_, at) => `new ${at}`);
        expect(hasMateriallyChanged(before, [...before, ...added])).toBe(more > (before.length + more) / 5);
      }),
    );
  });
});
