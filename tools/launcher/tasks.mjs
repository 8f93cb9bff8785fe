import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { end, stopOnSignals } from './lifetime.mjs';
import { say, stage } from './console.mjs';

const bin = (name, path = `bin/${name}.js`) => `node_modules/${name}/${path}`;

async function node(args, options = { output: 'inherit' }) {
  const { runNode } = await import('./process.mjs');
  return runNode(args, options);
}

const jest = (side, args) =>
  node([
    ...(side === 'node' ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : []),
    bin('jest'),
    ...['-c', `jest.config.${side}.mjs`, ...args],
  ]);

async function each(...works) {
  let worst = 0;
  for (const work of works) worst = Math.max(worst, await work());
  return worst;
}

/** A command of the server that ends by itself, on the database that is there. */
async function ask(root, command, args, { migrates = false } = {}) {
  const { findDatabase } = await import('./database.mjs');
  const { buildChanged } = await import('./build.mjs');
  const { askServer, runServer } = await import('./server.mjs');
  const env = await findDatabase(root);
  await stage('building the server where something changed', () => buildChanged('api'));
  if (migrates) await stage('migrating', () => runServer('migrate', env));
  return askServer([command, ...args], env);
}

/** The folder is its page on paper: with the demo where there is nothing else, and only reading in a database of one's own. */
async function printFolder(root, args) {
  const { findDatabase } = await import('./database.mjs');
  const { prepareData } = await import('./start.mjs');
  const { findBrowser } = await import('./browser.mjs');
  const { askServer } = await import('./server.mjs');
  const env = process.env.DATABASE_URL ? await findDatabase(root) : await prepareData(root);
  await buildBoth();
  const pages = { WEB_DIR: join(root, 'dist', 'web'), ...(await findBrowser()) };
  return askServer(['agenda-pdf', ...args], { ...env, ...pages });
}

async function buildBoth() {
  const { buildChanged } = await import('./build.mjs');
  await stage('building the server', () => buildChanged('api'));
  await stage('building the web application', () => buildChanged('web'));
}

/** Needs no database: the points of the demo come with the product. */
async function writeSheet(args) {
  const { buildChanged } = await import('./build.mjs');
  const { askServer } = await import('./server.mjs');
  await stage('building the server where something changed', () => buildChanged('api'));
  return askServer(['demo-sheet', ...args], {});
}

/** What `npm run` offers: each answers its exit code. */
const TASKS = {
  start: async (root) => (await import('./start.mjs')).startAll(root),
  dev: async (root) => (await import('./dev.mjs')).developAll(root),
  build: async () => {
    const { build } = await import('./build.mjs');
    await stage('building the server', () => build('api'));
    await stage('building the web application', () => build('web'));
    return 0;
  },
  test: async (root) => (await import('../test/test.mjs')).testAll(root),
  lint: () =>
    node([bin('nx', 'dist/bin/nx.js'), 'run', 'workspace:lint'], { env: { NX_TUI: 'false' }, output: 'inherit' }),
  typecheck: () =>
    each(
      () => node([bin('typescript', 'bin/tsc'), '-p', 'tsconfig.api.json']),
      () => node([bin('@angular/compiler-cli', 'bundles/src/bin/ngc.js'), '-p', 'tsconfig.web.json', '--noEmit']),
      () => node([bin('typescript', 'bin/tsc'), '-p', 'tsconfig.e2e.json']),
    ),
  'test:node': (root, args) => jest('node', args),
  'test:web': (root, args) => jest('web', args),
  'test:e2e': async (root, args) => (await import('../test/journeys.mjs')).runJourneys(args),
  'bench:api': async (root, args) => {
    await buildBoth();
    return (await import('../bench/api.mjs')).benchApi(args);
  },
  'bench:search': async (root, args) => {
    await buildBoth();
    return (await import('../bench/search.mjs')).benchSearch(args);
  },
  'bench:realtime': async (root, args) => {
    await buildBoth();
    return (await import('../bench/realtime.mjs')).benchRealtime(args);
  },
  'bench:digest': async (root, args) => {
    await buildBoth();
    return (await import('../bench/digest.mjs')).benchDigest(args);
  },
  'bench:matching': async (root, args) => (await import('../bench/matching.mjs')).benchMatching(args),
  'match:pairs': async (root, args) => (await import('../matching/pairs.mjs')).matchPairs(args),
  'match:evaluate': async (root, args) => (await import('../matching/evaluate.mjs')).matchEvaluate(args),
  'match:train': async (root, args) => (await import('../matching/train.mjs')).matchTrain(args),
  pictures: async (root, args) => {
    await buildBoth();
    return (await import('../pictures.mjs')).makePictures(args);
  },
  'agenda:pdf': printFolder,
  'match:judged': (root, args) => ask(root, 'match-judged', args),
  'audit:verify': (root, args) => ask(root, 'audit-verify', args),
  'villages:import': (root, args) => ask(root, 'villages-import', args, { migrates: true }),
  'demo:load': (root, args) => ask(root, 'demo-load', args, { migrates: true }),
  'demo:sheet': (root, args) => writeSheet(args),
  format: (root, args) => node([bin('prettier', 'bin/prettier.cjs'), '--write', ...(args.length > 0 ? args : ['.'])]),
};

/** Runs one of the tasks and ends as it does, undoing whatever still runs. */
export async function runTask(root, name, args) {
  if (!Object.hasOwn(TASKS, name)) {
    throw new Problem(`There is no task ${name}; there are: ${Object.keys(TASKS).join(', ')}.`);
  }
  stopOnSignals();
  try {
    await end(await TASKS[name](root, args));
  } catch (error) {
    say(`\n${error instanceof Problem ? error.message : error.stack}`);
    await end(1);
  }
}
