import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { browserProgram } from '../browser/browser.mjs';
import { startTestDatabase } from '../database/test-database.mjs';
import { freePort } from '../launcher/server.mjs';
import { Problem } from '../problem.mjs';

export { freePort };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = 'dist/api/main.mjs';
const MOVED_CLOCK = new URL('./moved-clock.mjs', import.meta.url).href;

/** The built server with the demo of West Betuwe, on a database of its own that is gone after `stop`. */
export const startDemoServer = (settings = {}) => startBuiltServer([['migrate'], ['demo']], { DEMO: '1', ...settings });

/**
 * The built server with these settings, on a database of its own in which these commands were run first, and which
 * `fill` may add rows to before the server starts.
 */
export async function startBuiltServer(commands, settings, fill = async () => undefined) {
  const { DEMO, ...others } = process.env;
  const database = await startTestDatabase();
  const url = await createDatabase(database.url);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const own = { DATABASE_URL: url, PORT: String(port), PUBLIC_URL: origin, WEB_DIR: `${ROOT}/dist/web` };
  const CHROMIUM_PATH = await browserProgram();
  const env = { ...others, ...own, CHROMIUM_PATH, ...settings };
  for (const command of commands) {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...command], { cwd: ROOT, env, encoding: 'utf8' });
    if (status !== 0) throw new Problem(`The server could not ${command.join(' ')}: ${stderr}`);
  }
  await fill(url);
  const server = await serve(env);
  const servers = [server];
  return {
    origin,
    databaseUrl: url,
    pid: server.pid,
    query: (text, values) => query(url, text, values),
    send: (message) => server.send(message),
    nextMessage: () => new Promise((resolve) => server.once('message', resolve)),
    /** Ends it as a machine that fails does. */
    kill: () => ended(server, 'SIGKILL'),
    /** Another server on the same database, beside it or in its place. */
    another: async () => {
      const anotherPort = await freePort();
      servers.push(await serve({ ...env, PORT: String(anotherPort) }));
      return { origin: `http://localhost:${anotherPort}` };
    },
    stop: async () => {
      await Promise.all(servers.map((one) => ended(one, 'SIGTERM')));
      await database.drop();
    },
  };
}

async function serve(env) {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  const server = spawn(process.execPath, [MAIN, 'serve'], { cwd: ROOT, env, stdio });
  server.ended = new Promise((resolve) => server.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => server.once('message', resolve)),
    server.ended.then((code) => Promise.reject(new Problem(`The server ended with ${code} before it listened.`))),
  ]);
  return server;
}

async function ended(server, signal) {
  server.kill(signal);
  await server.ended;
}

/**
 * A built server on a database without the demo, whose clock begins at an instant (ISO 8601) and goes where `moveClock`
 * puts it; its jobs of the night are asked for by name with `runJob`, which answers when they, and all they caused, are done.
 */
export async function startServerAt(instant, commands, settings) {
  // One distance for all processes: what a command wrote must not lie in the future of the server.
  const ahead = Date.parse(instant) - Date.now();
  const moved = { TEST_CLOCK_AHEAD: String(ahead), NODE_OPTIONS: `--import ${MOVED_CLOCK}` };
  const server = await startBuiltServer(commands, { ...settings, ...moved });
  const boss = new PgBoss({ connectionString: server.databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  return {
    origin: server.origin,
    moveClock: async (to) => {
      const done = server.nextMessage();
      server.send({ clock: to });
      await done;
    },
    runJob: async (name) => {
      await boss.send(name, {});
      await settled(server.databaseUrl);
    },
    stop: async () => {
      await boss.stop({ graceful: false });
      await server.stop();
    },
  };
}

/** Waits until no job is left that is due within a minute: a mail waits for the time to take something back. */
async function settled(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const text = `select 1 from pgboss.job where name not like '\\_\\_%' and (state = 'active'
    or state in ('created', 'retry') and start_after <= now() + interval '1 minute') limit 1`;
  while ((await client.query(text)).rowCount > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await client.end();
}

async function query(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function createDatabase(maintenanceUrl) {
  await query(maintenanceUrl, 'create database product');
  return Object.assign(new URL(maintenanceUrl), { pathname: '/product' }).href;
}
