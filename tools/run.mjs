import { fileURLToPath } from 'node:url';
import { say, stage } from './launcher/console.mjs';
import { install, isInstalled } from './launcher/install.mjs';
import { continueOnPinnedNode, runsOnPinnedNode } from './launcher/pinned-node.mjs';
import { Problem } from './problem.mjs';

// Everything imported above runs on a stock Node.js 20 without node_modules; the tasks are imported later.
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SCRIPT = fileURLToPath(import.meta.url);

async function main([task, ...args]) {
  process.chdir(ROOT);
  if (!isInstalled(ROOT)) await stage('installing packages, which takes a minute or two', () => install(ROOT));
  if (!runsOnPinnedNode(ROOT)) return continueOnPinnedNode(ROOT, SCRIPT, [task, ...args]);
  const { runTask } = await import('./launcher/tasks.mjs');
  return runTask(ROOT, task, args);
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  say(`\n${error instanceof Problem ? error.message : error.stack}`);
  process.exit(1);
}
