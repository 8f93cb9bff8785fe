import { Architect } from '@angular-devkit/architect';
import { WorkspaceNodeModulesArchitectHost } from '@angular-devkit/architect/node/index.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Runs Angular's builder of apps/web/project.json in this process, as Nx would, but ends at once when it is told to.
const { logging } = createRequire(createRequire(import.meta.url).resolve('@angular-devkit/architect'))(
  '@angular-devkit/core',
);
const { root, sourceRoot, targets } = JSON.parse(readFileSync('apps/web/project.json', 'utf8'));
const { executor, options } = targets.build;

const host = {
  getBuilderName: async () => executor,
  getMetadata: async () => ({ root: root ?? 'apps/web', sourceRoot }),
  getOptions: async () => options,
  hasTarget: async () => true,
  getDefaultConfigurationName: async () => undefined,
};

const logger = new logging.Logger('web');
logger.subscribe(({ message }) => process.stderr.write(`${message}\n`));

// Named chunks, so that the size of each page can be told.
const [, , flag, outputPath] = process.argv;
const wishes = { namedChunks: true, progress: false, ...(flag === '--watch' && { watch: true, outputPath }) };
const architect = new Architect(new WorkspaceNodeModulesArchitectHost(host, process.cwd()));
const run = await architect.scheduleTarget({ project: 'web', target: 'build' }, wishes, { logger });
run.output.subscribe(({ success }) => process.send?.({ success }));
if (!wishes.watch) {
  const { success } = await run.result;
  await run.stop();
  process.exit(success ? 0 : 1);
}
