import { buildChanged } from '../launcher/build.mjs';
import { stage } from '../launcher/console.mjs';
import { runNode } from '../launcher/process.mjs';

const PLAYWRIGHT = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'apps/e2e/playwright.config.ts'];

/** Runs the browser journeys against what is built; further arguments go to Playwright, the report to a file. */
export async function runJourneys(args, report = 'test-results/journeys.json') {
  await stage('building the server', () => buildChanged('api'));
  await stage('building the web application', () => buildChanged('web'));
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return runNode([...PLAYWRIGHT, '--reporter=list,json', ...args], { env, output: 'inherit' });
}
