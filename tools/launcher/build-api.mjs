import { context, build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { Problem } from '../problem.mjs';

const { config } = ts.readConfigFile('tsconfig.api.json', ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const compilerOptions = { ...options, noEmit: false, inlineSourceMap: true, inlineSources: true };

// esbuild drops the metadata of decorators, by which Nest knows what to inject; TypeScript keeps it.
const decoratorMetadata = {
  name: 'decorator-metadata',
  setup: (build) =>
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: ts.transpileModule(await readFile(path, 'utf8'), { compilerOptions, fileName: path }).outputText,
    })),
};

/** How a bundle of the server is made. */
export const apiBundle = {
  entryPoints: { main: 'apps/api/main.ts' },
  outdir: 'dist/api',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: true,
  // The names of classes are seen: in the API's description, in tables, in messages.
  keepNames: true,
  tsconfig: 'tsconfig.base.json',
  logLevel: 'warning',
  plugins: [decoratorMetadata],
};

// Nothing in it is seen by its name, and keeping names costs time in every closure.
const workersBundle = {
  ...apiBundle,
  entryPoints: {
    'matching.worker': 'apps/api/matching.worker.ts',
    'importing.worker': 'apps/api/importing.worker.ts',
    'printing.worker': 'apps/api/printing.worker.ts',
  },
  keepNames: false,
};

/** The threads that compare texts and read spreadsheets, and the process that prints pages, into any folder. */
export const bundleWorkers = (outdir) => build({ ...workersBundle, outdir });

/** One file for the server, one for each of its threads and one for its process; packages stay where they are. */
export async function bundleApi() {
  try {
    await Promise.all([build(apiBundle), bundleWorkers('dist/api')]);
  } catch {
    throw new Problem('The server does not build; see above what to correct.');
  }
}

/** Builds again whenever a source changes; `onBuilt` hears of every build that worked. */
export async function watchApi(onBuilt) {
  const report = {
    name: 'report',
    setup: (build) => build.onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  };
  const workers = await context(workersBundle);
  await workers.watch();
  const watcher = await context({ ...apiBundle, plugins: [decoratorMetadata, report] });
  await watcher.watch();
  return { dispose: () => Promise.all([watcher.dispose(), workers.dispose()]) };
}
