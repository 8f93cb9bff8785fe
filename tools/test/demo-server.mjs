import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startTestDatabase } from '../database/test-database.mjs';
import { freePort } from '../launcher/server.mjs';
import { Problem } from '../problem.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = 'dist/api/main.mjs';

/** The built server with the demo of West Betuwe, on a database of its own that is gone after `stop`. */
export async function startDemoServer() {
  const database = await startTestDatabase();
  const url = await createDatabase(database.url);
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: url, DEMO: '1', PORT: String(port), WEB_DIR: `${ROOT}/dist/web` };
  for (const command of ['migrate', 'demo']) {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, command], { cwd: ROOT, env, encoding: 'utf8' });
    if (status !== 0) throw new Problem(`The server could not ${command}: ${stderr}`);
  }
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  const server = spawn(process.execPath, [MAIN, 'serve'], { cwd: ROOT, env, stdio });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => server.once('message', resolve)),
    ended.then((code) => Promise.reject(new Problem(`The server ended with ${code} before it listened.`))),
  ]);
  return {
    origin: `http://localhost:${port}`,
    databaseUrl: url,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      await database.drop();
    },
  };
}

async function createDatabase(maintenanceUrl) {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query('create database demo');
  await client.end();
  const url = new URL(maintenanceUrl);
  url.pathname = '/demo';
  return url.href;
}
