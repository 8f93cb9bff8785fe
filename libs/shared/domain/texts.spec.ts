import * as fc from 'fast-check';
import { oneLine } from './texts';

describe('a text of one line', () => {
  it.each([
    ['  Een bankje  ', 'Een bankje'],
    ['Een\r\nbankje\naan de Linge', 'Een bankje aan de Linge'],
    ['Een\u2028bankje\u2029hier', 'Een bankje hier'],
    ['Een\tbankje\u0007\u0085\u001b', 'Een bankje'],
    ['San\u202ene\u200b', 'Sanne'],
    ['Café ‘’t Hoekje’ 🌳', 'Café ‘’t Hoekje’ 🌳'],
    ['\u200b \n', ''],
  ])('%j is kept as %j', (text, kept) => {
    expect(oneLine(text)).toBe(kept);
  });

  it('holds nothing unseen, whatever comes in, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = oneLine(text);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(oneLine(kept)).toBe(kept);
      }),
    );
  });
});
