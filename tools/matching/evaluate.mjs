import { basename } from 'node:path';
import { Problem } from '../problem.mjs';
import { describe, measure } from './measures.mjs';
import { findPairs } from './pairs.mjs';
import { readTexts } from './texts.mjs';

/** Prints how good the engine is on a file whose column `topic` says what belongs together, with its frozen weights. */
export async function matchEvaluate([path, ...others]) {
  if (!path || others.length > 0)
    throw new Problem('match:evaluate wants one file: npm run match:evaluate -- FILE.tsv');
  const rows = readTexts(path);
  if (!rows.some(({ topic }) => topic)) throw new Problem(`${path} has no topics, so there is nothing to measure by.`);
  process.stdout.write(`${describe(basename(path, '.tsv'), measure(rows, await findPairs(rows)))}\n`);
  return 0;
}
