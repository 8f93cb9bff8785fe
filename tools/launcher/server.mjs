import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../problem.mjs';
import { LEASH, runNode, start } from './process.mjs';

const MAIN = ['--enable-source-maps', 'dist/api/main.mjs'];

export function chosenPort() {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`PORT is ${process.env.PORT}; set it to a number from 1 to 65535, or leave it out for 3000.`);
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve('')));
  });
}

/** A server whose launcher was killed needs a moment to notice and leave. */
export async function checkPort(port, host = process.env.HOST ?? '127.0.0.1') {
  for (let attempt = 1; ; attempt += 1) {
    const refusal = await tryPort(port, host);
    if (!refusal) return;
    if (refusal === 'EADDRINUSE' && attempt < 12) await pause(250);
    else if (refusal === 'EADDRINUSE') {
      throw new Problem(
        `Port ${port} is taken by another program; stop that, or choose another port: PORT=${port + 1} npm start`,
      );
    } else if (refusal === 'EACCES') {
      throw new Problem(`This user may not use port ${port}; choose one above 1023: PORT=3000 npm start`);
    } else throw new Problem(`Cannot listen on ${host}:${port} (${refusal}); correct HOST or PORT.`);
  }
}

/** Runs one of the server's commands to its end: `migrate` or `demo`. */
export async function runServer(command, env) {
  const code = await runNode([...MAIN, command], { env });
  if (code !== 0) throw new Problem(`The server's command "${command}" failed; see above why. Nothing was half done.`);
}

/** Runs a command of the server that has something to say on standard output, and answers its exit code. */
export const askServer = (args, env) => runNode([...MAIN, ...args], { env, output: 'inherit' });

async function isReady(port, host) {
  try {
    const response = await fetch(`http://${host}:${port}/health/ready`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Starts the server and waits until it says it is ready. */
export async function serve(env, port) {
  const server = start(process.execPath, [...LEASH, ...MAIN, 'serve'], { env, leashed: true });
  const host = ['0.0.0.0', '::', undefined].includes(process.env.HOST) ? '127.0.0.1' : process.env.HOST;
  const ended = server.exited.then((code) => ({ code }));
  for (;;) {
    const outcome = await Promise.race([ended, isReady(port, host)]);
    if (outcome === true) return { ...server, address: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}` };
    if (outcome) throw new Problem(`The server stopped while it started (exit code ${outcome.code}); see above why.`);
    await pause(50);
  }
}
