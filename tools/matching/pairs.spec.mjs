import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kernagenda-pairs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = 'id\tarea\ttitle\tdescription';

function run(task, lines) {
  const file = join(folder, `${task.replace(':', '-')}-${lines.length}.tsv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const args = ['tools/run.mjs', task, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return { status, lines: stdout.split('\n').filter(Boolean), stderr, file };
}

describe('npm run match:pairs', () => {
  it('writes a line per pair of different villages, and tells of broken lines by their number', () => {
    const { status, lines, stderr, file } = run('match:pairs', [
      head,
      '1\tDeil\tBankjes langs de Linge\tOuderen kunnen nergens zitten.',
      '2\tEst\tZitplek aan het water\tEen bank om uit te rusten.',
      '3\tEst\tNog een bankje\t',
      'kapot\tDeil',
      '1\tTuil\tTweede keer\tHetzelfde nummer',
      '\tTuil\tGeen nummer\t',
    ]);
    expect(status).toBe(0);
    const pairs = lines.map((line) => line.split('\t'));
    expect(pairs.map(([one, other]) => [one, other].sort().join())).toEqual(expect.arrayContaining(['1,2', '1,3']));
    expect(pairs.map(([one, other]) => [one, other].sort().join())).not.toContain('2,3');
    const [, , score, tier, why] = pairs.find(([, other]) => other === '2');
    expect(Number(score)).toBeGreaterThan(0);
    expect(['strong', 'possible', 'related']).toContain(tier);
    expect(why).toMatch(/^Beide gaan over .*bank/);
    expect(stderr.split('\n').filter(Boolean)).toEqual([
      `${file}:5: 2 columns instead of 4, left out`,
      `${file}:6: the id 1 for the second time, left out`,
      `${file}:7: no id or no area, left out`,
    ]);
  });

  it.each([
    ['a file that is not there', []],
    ['no file at all', null],
  ])('says what to do about %s', (_, lines) => {
    const args = ['tools/run.mjs', 'match:pairs', ...(lines ? [join(folder, 'nowhere.tsv')] : [])];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/tab-separated file|wants one file/);
  });
});

describe('npm run match:evaluate', () => {
  it('prints one line of measures', () => {
    const { status, lines } = run('match:evaluate', [
      `${head}\ttopic`,
      '1\tDeil\tBankjes langs de Linge\tOuderen kunnen nergens zitten.\tbench',
      '2\tEst\tZitplek aan het water\tEen bank om uit te rusten.\tbench',
      '3\tTuil\tStraatverlichting\tHet is donker.\tlight',
    ]);
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/ rows=3 asked=2 ndcg@5=1\.000 recall@5=1\.000 /);
  });
});
