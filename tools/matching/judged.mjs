import { readFileSync } from 'node:fs';
import { Problem } from '../problem.mjs';

const columns = ['a', 'a_village', 'a_title', 'a_body', 'b', 'b_village', 'b_title', 'b_body', 'verdict', 'reason'];
/** Such a set was refused for another reason than that its texts are about something else. */
const saysNothingOfPairs = ['too_broad', 'opposite'];

/**
 * Reads the pairs people judged, as `npm run match:judged` writes them. Left out are broken lines, with their number,
 * and pairs that were refused because the set was too broad or they want opposite things: their texts are alike.
 */
export function readJudged(path) {
  let content;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new Problem(`${path} cannot be read. Make it with: npm run match:judged > ${path}`);
  }
  const lines = content.split(/\r?\n/);
  // npm says first what it runs.
  const head = lines.findIndex((line) => line === columns.join('\t'));
  if (head < 0) throw new Problem(`${path} is no file of judged pairs. Make it with: npm run match:judged > ${path}`);
  return lines.slice(head + 1).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));
    if (cells.length !== columns.length || !['right', 'wrong'].includes(row.verdict)) {
      process.stderr.write(`${path}:${head + index + 2}: no judged pair, left out\n`);
      return [];
    }
    if (saysNothingOfPairs.includes(row.reason)) return [];
    const text = (side) => ({
      id: row[side],
      village: row[`${side}_village`],
      title: row[`${side}_title`],
      body: row[`${side}_body`],
    });
    return [{ a: text('a'), b: text('b'), isAlike: row.verdict === 'right' }];
  });
}

/** Pairs in so many parts that no text stands in two of them: what was trained on one says nothing of another. */
export function foldsOf(pairs, count) {
  const groupOf = new Map();
  const find = (id) => {
    const parent = groupOf.get(id) ?? id;
    return parent === id ? id : find(parent);
  };
  for (const { a, b } of pairs) groupOf.set(find(a.id), find(b.id));
  const groups = new Map();
  for (const pair of pairs) {
    const group = find(pair.a.id);
    groups.set(group, [...(groups.get(group) ?? []), pair]);
  }
  const folds = Array.from({ length: count }, () => []);
  for (const group of [...groups.values()].sort((x, y) => y.length - x.length)) {
    const [smallest] = [...folds].sort((x, y) => x.length - y.length);
    smallest.push(...group);
  }
  return folds.filter(({ length }) => length > 0);
}

/** How many of the pairs people called right and wrong a model would show, on one line. */
export function describeJudged(name, pairs) {
  const count = (isAlike, tiers) =>
    pairs.filter((pair) => pair.isAlike === isAlike && tiers.includes(pair.tier)).length;
  const of = (word, isAlike) =>
    `${word}=${pairs.filter((pair) => pair.isAlike === isAlike).length} ` +
    `shown=${count(isAlike, ['strong', 'possible'])} strong=${count(isAlike, ['strong'])}`;
  return `${name} ${of('right', true)} ${of('wrong', false)}`;
}
