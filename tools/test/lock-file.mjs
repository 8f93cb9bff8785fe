import { readFileSync } from 'node:fs';
import { say } from '../launcher/console.mjs';
import { run } from '../launcher/process.mjs';

/** The lock file fits package.json and names no registry, so that it installs from whichever one is at hand. */
export async function checkLockFile() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const fits = (await run(program, [...first, 'ci', '--dry-run', '--no-audit', '--no-fund'])) === 0;
  if (!fits) say('package-lock.json does not fit package.json: run npm install and commit both.');
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const named = Object.entries(packages).filter(([path, { resolved, link }]) => path !== '' && resolved && !link);
  for (const [path] of named) say(`package-lock.json names a registry for ${path}.`);
  const isNeutral = named.length === 0;
  return { passed: Number(fits) + Number(isNeutral), failed: Number(!fits) + Number(!isNeutral) };
}
