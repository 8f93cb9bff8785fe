import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** The rows of docs/attacks.md: number, the files that test it, and what the rest comes with. */
const rows = read('docs/attacks.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, number, , , tests, comesWith]) => ({
    number,
    files: [...tests.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => join('docs', path)),
    comesWith,
  }));

const files = globSync(['apps/**/*.{spec,e2e}.ts', 'libs/**/*.spec.ts', 'tools/**/*.spec.mjs'], { cwd: ROOT });

/** The numbers that titles of tests begin with, by file. */
const tested = files.flatMap((file) =>
  [...read(file).matchAll(/['"`]attack (\d+):/g)].map(([, number]) => ({ number, file })),
);
const titles = (number) => tested.filter((one) => one.number === number).map(({ file }) => file);

it('numbers the attacks one by one', () => {
  expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1));
  expect(rows.length).toBeGreaterThanOrEqual(34);
});

it.each(rows.filter(({ files: named }) => named.length > 0))('attack $number is tested where the table says', (row) => {
  expect(row.files.filter((file) => !titles(row.number).includes(file))).toEqual([]);
});

it('has in the table every attack that a test names', () => {
  const inTable = new Set(rows.filter(({ files: named }) => named.length > 0).map(({ number }) => number));
  expect(tested.filter(({ number }) => !inTable.has(number))).toEqual([]);
  expect(tested.length).toBeGreaterThan(25);
});

it('says of every attack without a test what it comes with', () => {
  expect(rows.filter(({ files: named, comesWith }) => named.length === 0 && !comesWith)).toEqual([]);
});
