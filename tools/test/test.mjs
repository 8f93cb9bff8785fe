import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from '../launcher/build.mjs';
import { say, stage } from '../launcher/console.mjs';
import { runNode } from '../launcher/process.mjs';
import { Problem } from '../problem.mjs';
import { checkLockFile } from './lock-file.mjs';
import { checkSize } from './size.mjs';

const REPORTS = 'test-results';
const JEST = 'node_modules/jest/bin/jest.js';

const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

const verdict = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Jest's own count; a test that is skipped or still to be written proves nothing and counts as failed. */
export function countJest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  numRuntimeErrorTestSuites,
}) {
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed };
}

/** Playwright's own count; what passed only at the second try counts as failed, as does what was skipped. */
export function countJourneys({ stats: { expected, unexpected, flaky, skipped }, errors }) {
  return { passed: expected, failed: unexpected + flaky + skipped + errors.length };
}

/** A program that ends badly without a failure in its report (or without a report) counts as one failure. */
function withReport(path, code, count) {
  const counted = existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function jest(side, nodeArgs = []) {
  const report = join(REPORTS, `${side}.json`);
  const args = [...nodeArgs, JEST, '-c', `jest.config.${side}.mjs`, '--json', '--outputFile', report];
  return withReport(report, await runNode(args, { env: { CI: 'true' } }), countJest);
}

async function journeys() {
  const { runJourneys } = await import('./journeys.mjs');
  const report = join(REPORTS, 'journeys.json');
  return withReport(report, await runJourneys([], report), countJourneys);
}

async function build() {
  try {
    await buildChanged('api');
    await buildChanged('web');
    return verdict(0);
  } catch (error) {
    say(error instanceof Problem ? error.message : error.stack);
    return verdict(1);
  }
}

/** As `npm run` does it, without what an earlier run remembers. */
const task = async (name) => verdict(await runNode(['tools/run.mjs', name], { env: { NX_SKIP_NX_CACHE: 'true' } }));

/** Lint keeps one core busy for as long as types and build do another. */
async function lintTypesAndBuild() {
  const typesAndBuild = async () => [await task('typecheck'), await build()];
  const [lint, others] = await Promise.all([task('lint'), typesAndBuild()]);
  return sum([lint, ...others]);
}

const STAGES = [
  ['lint, types and build', lintTypesAndBuild],
  ['domain, API and tools', () => jest('node', ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'])],
  ['web', () => jest('web')],
  ['journeys in a browser', journeys],
  ['lock file', checkLockFile],
  ['size of the public pages', checkSize],
];

/** Everything that must hold, one stage after the other; a failing stage does not hide the next. */
export async function testAll() {
  const from = Date.now();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS);
  const total = { passed: 0, failed: 0 };
  for (const [name, work] of STAGES) {
    let counts = { passed: 0, failed: 1 };
    await stage(name, async () => {
      counts = await work();
      if (counts.failed > 0) throw new Problem(`${name}: ${counts.failed} failed`);
    }).catch((error) => say(error instanceof Problem ? error.message : error.stack));
    say(`    ${name}: ${counts.passed} passed, ${counts.failed} failed`);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.stdout.write(`took ${Math.round((Date.now() - from) / 1000)} s\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
