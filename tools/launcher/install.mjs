import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps its own list of what it installed, so the two
 * are compared by content: a fresh checkout time does not cause an install, and an interrupted install does.
 */
export function isInstalled(root) {
  const list = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = readJson(list).packages;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, peer }]) =>
    installed[path] ? installed[path].version === version : Boolean(optional || peer),
  );
}

/** Installs exactly what the lock file says, with the npm that called us. */
export function install(root) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, 'ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'], {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    child.on('error', () => reject(new Problem('npm is not on the path; install Node.js 20.20 or newer with npm 11.')));
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Problem(
              `npm ci failed with exit code ${code}; check the network and the write permission on ${root}, then run this again.`,
            ),
          ),
    );
  });
}
