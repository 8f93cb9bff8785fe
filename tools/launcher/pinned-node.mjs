import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { onParentGone } from './lifetime.mjs';

const MINIMUM = [24, 15];

/** The Node.js that package.json pins for this platform, or null where it pins none (macOS, Windows). */
export function pinnedNode(root) {
  const name = `node-${process.platform}-${process.arch}`;
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = optionalDependencies[name];
  const program = join(root, 'node_modules', name, 'bin', 'node');
  return version && existsSync(program) ? { version, program } : null;
}

/** Whether this process runs on the Node.js it should; without a pinned one, a new enough one of your own will do. */
export function runsOnPinnedNode(root) {
  const pinned = pinnedNode(root);
  if (pinned) return process.versions.node === pinned.version;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return true;
  throw new Problem(
    `Kernagenda has no Node.js of its own for ${process.platform}-${process.arch}; install Node.js ${MINIMUM.join('.')} or newer (this is ${process.versions.node}).`,
  );
}

/** Does the same again on the pinned Node.js, and ends as that ends. */
export function continueOnPinnedNode(root, script, args) {
  const { program } = pinnedNode(root);
  const child = spawn(program, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const stop = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  onParentGone(() => stop('SIGTERM'));
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ? 1 : code)));
}
