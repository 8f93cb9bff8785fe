import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startTestDatabase } from '../../tools/database/test-database.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = 'dist/api/main.mjs';

/** Starts the built server on a database of its own with the demo of West Betuwe in it. */
export default async function startServer(): Promise<() => Promise<void>> {
  const database = await startTestDatabase();
  const url = new URL(database.url);
  const maintenance = new pg.Client({ connectionString: url.href });
  await maintenance.connect();
  await maintenance.query('create database e2e');
  await maintenance.end();
  url.pathname = '/e2e';
  const port = await freePort();
  const environment = {
    ...process.env,
    DATABASE_URL: url.href,
    DEMO: '1',
    LAUNCHER: '',
    PORT: String(port),
    WEB_DIR: fileURLToPath(new URL('../../dist/web', import.meta.url)),
  };
  for (const command of ['migrate', 'demo']) {
    const { status, stderr } = spawnSync(process.execPath, [main, command], { cwd: root, env: environment, encoding: 'utf8' });
    if (status !== 0) throw new Error(`"${command}" failed: ${stderr}`);
  }
  const server = spawn(process.execPath, [main, 'serve'], { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    server.once('message', () => resolve());
    server.once('exit', (code) => reject(new Error(`The server stopped with ${code} before it listened.`)));
  });
  process.env['E2E_URL'] = `http://localhost:${port}`;
  return async () => {
    const stopped = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await stopped;
    await database.drop();
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
