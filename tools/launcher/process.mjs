import { spawn } from 'node:child_process';
import { atEnd } from './lifetime.mjs';

/** Put before a script of ours that must not outlive us; it needs `leashed`. */
export const LEASH = ['--import', './tools/launcher/leash.mjs'];

/** Starts a program that ends with us; its standard output becomes our standard error unless it is asked for. */
export function start(program, args, { env = {}, output = process.stderr, errors = 'inherit', leashed = false } = {}) {
  const child = spawn(program, args, {
    stdio: ['ignore', output, errors, ...(leashed ? ['ipc'] : [])],
    env: { ...process.env, ...env },
  });
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(force);
  };
  atEnd(stop);
  return { child, exited, stop };
}

/** Runs a program to its end and answers its exit code. */
export async function run(program, args, options) {
  return start(program, args, options).exited;
}

/** Runs a JavaScript program and stays silent about what it says, unless it fails. */
export async function runQuietly(args, options) {
  const { child, exited } = start(process.execPath, args, { ...options, output: 'pipe', errors: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await exited;
  if (code !== 0) process.stderr.write(said);
  return code;
}

/** Runs a JavaScript program of a package or of ours on this Node.js. */
export const runNode = (args, options) => run(process.execPath, args, options);
