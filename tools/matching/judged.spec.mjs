import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeJudged, foldsOf, readJudged } from './judged.mjs';

const head = 'a\ta_village\ta_title\ta_body\tb\tb_village\tb_title\tb_body\tverdict\treason';
const line = (a, b, verdict, reason = '') =>
  `${a}\tTricht\tBank\t\t${b}\tDeil\tBankje\tAan de Linge\t${verdict}\t${reason}`;
const pair = (a, b) => ({ a: { id: a }, b: { id: b } });

describe('judged pairs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kernagenda-judged-'));
  const path = join(folder, 'judged.tsv');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read below what npm says, without those that say nothing of their texts', () => {
    const lines = [line(1, 2, 'right'), line(1, 3, 'wrong', 'too_broad'), line(1, 4, 'wrong', 'other'), 'broken'];
    writeFileSync(path, ['', '> kernagenda@0.1.0 match:judged', '', head, ...lines, ''].join('\n'));
    const read = readJudged(path);
    expect(read.map(({ b, isAlike }) => [b.id, isAlike])).toEqual([
      ['2', true],
      ['4', false],
    ]);
    expect(read[0].b).toEqual({ id: '2', village: 'Deil', title: 'Bankje', body: 'Aan de Linge' });
  });

  it('are refused when the file is another one', () => {
    writeFileSync(path, 'id\tvillage\n');
    expect(() => readJudged(path)).toThrow('no file of judged pairs');
    expect(() => readJudged(join(folder, 'none'))).toThrow('cannot be read');
  });

  it('are parted so that no text stands in two parts', () => {
    const folds = foldsOf([pair('a', 'b'), pair('c', 'd'), pair('b', 'e'), pair('f', 'g')], 2);
    expect(folds.map((fold) => fold.length).sort()).toEqual([2, 2]);
    const texts = folds.map((fold) => new Set(fold.flatMap(({ a, b }) => [a.id, b.id])));
    expect([...texts[0]].filter((id) => texts[1].has(id))).toEqual([]);
  });

  it('are counted by what a model would show of them', () => {
    const pairs = [
      { isAlike: true, tier: 'strong' },
      { isAlike: true, tier: 'possible' },
      { isAlike: false, tier: 'possible' },
      { isAlike: false, tier: 'related' },
    ];
    expect(describeJudged('old', pairs)).toBe('old right=2 shown=2 strong=1 wrong=2 shown=1 strong=0');
  });
});
