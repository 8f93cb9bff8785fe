import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dropDatabase } from '../database/database.mjs';
import { findPostmaster } from '../database/postmaster.mjs';
import { isInstalled } from './install.mjs';
import { freePort } from './server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let home;
let running = [];

/** Starts the launcher as `npm start` does, on data of its own, in a process group of its own. */
function launch(task, env = {}) {
  const { DATABASE_URL, DEMO, NODE_OPTIONS, TEST_DATABASE_URL, ...others } = process.env;
  const child = spawn(process.execPath, ['tools/run.mjs', task], {
    cwd: ROOT,
    detached: true,
    env: { ...others, DATA_DIR: join(home, '.data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  running.push(child);
  return { child, said, exited: once(child, 'close').then(([code]) => code) };
}

async function until(claim, launched) {
  while (!(await claim())) {
    if (launched.child.exitCode !== null) throw new Error(`The launcher ended:\n${launched.said.err}`);
    await pause(50);
  }
}

const answers = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kernagenda-launcher-'));
  chmodSync(home, 0o755);
});

afterEach(async () => {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  running = [];
  await dropDatabase({ dir: join(home, '.data', 'pg18') });
  rmSync(home, { recursive: true, force: true });
});

describe('says in one sentence what to do', () => {
  it('about a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address();
    const { exited, said } = launch('start', { PORT: String(port) });
    expect(await exited).toBe(1);
    expect(said.err).toContain(`Port ${port} is taken by another program; stop that, or choose another port: PORT=`);
    expect(said.out).toBe('');
    taken.close();
  });

  it.each(['0', '70000', 'http'])('about PORT=%s', async (PORT) => {
    const { exited, said } = launch('start', { PORT });
    expect(await exited).toBe(1);
    expect(said.err).toContain(`PORT is ${PORT}; set it to a number from 1 to 65535`);
  });

  it('about a DATABASE_URL where nobody answers, without its password', async () => {
    const port = await freePort();
    const DATABASE_URL = `postgres://kern:geheim@127.0.0.1:${port}/agenda`;
    const { exited, said } = launch('start', { DATABASE_URL, PORT: String(await freePort()) });
    expect(await exited).toBe(1);
    expect(said.err).toContain(`Cannot use the PostgreSQL of DATABASE_URL at 127.0.0.1:${port}/agenda (ECONNREFUSED)`);
    expect(said.err).not.toContain('geheim');
  });

  it('about a DATABASE_URL that is none', async () => {
    const { exited, said } = launch('start', { DATABASE_URL: 'mysql://x', PORT: String(await freePort()) });
    expect(await exited).toBe(1);
    expect(said.err).toContain('DATABASE_URL is not an address like postgres://');
  });

  it('about a damaged data folder', async () => {
    mkdirSync(join(home, '.data', 'pg18'), { recursive: true });
    writeFileSync(join(home, '.data', 'pg18', 'PG_VERSION'), '9');
    const { exited, said } = launch('start', { PORT: String(await freePort()) });
    expect(await exited).toBe(1);
    expect(said.err).toMatch(/The data folder .* is damaged or not made by PostgreSQL 18; restore it from a backup/);
  });

  it('about a data folder it may not make', async () => {
    writeFileSync(join(home, 'file'), '');
    const { exited, said } = launch('start', { DATA_DIR: join(home, 'file', 'x'), PORT: String(await freePort()) });
    expect(await exited).toBe(1);
    expect(said.err).toMatch(/Cannot create the folder .*file.* \(ENOTDIR\); give this user write access/);
  });

  it('about production without a database of its own', async () => {
    const { exited, said } = launch('start', { NODE_ENV: 'production', PORT: String(await freePort()) });
    expect(await exited).toBe(1);
    expect(said.err).toContain('NODE_ENV=production needs your own PostgreSQL: set DATABASE_URL.');
  });

  it('about a task that does not exist', async () => {
    const { exited, said } = launch('strat');
    expect(await exited).toBe(1);
    expect(said.err).toContain('There is no task strat; there are: start, dev,');
  });
});

describe('npm start', () => {
  let url;
  let PORT;
  beforeEach(async () => {
    PORT = String(await freePort());
    url = `http://127.0.0.1:${PORT}`;
  });

  const started = async () => {
    const launched = launch('start', { PORT });
    await until(() => answers(`${url}/health/ready`), launched);
    return launched;
  };

  it('serves villages and pages, says where on standard error, and stops everything at Ctrl-C', async () => {
    const launched = await started();
    const { items } = await (await fetch(`${url}/api/v1/villages`)).json();
    expect(items).toHaveLength(26);
    expect(await (await fetch(`${url}/`)).text()).toContain('Tricht');
    await until(() => launched.said.err.includes(`Kernagenda runs at http://localhost:${PORT}`), launched);
    process.kill(-launched.child.pid, 'SIGINT');
    expect(await launched.exited).toBe(0);
    expect(launched.said.out).toBe('');
    expect(await answers(`${url}/health/live`)).toBe(false);
  }, 180_000);

  it('loses no acknowledged write when launcher, server and PostgreSQL are killed during writes', async () => {
    const first = await started();
    const cookie = await signIn();
    const {
      person: { homeVillageId },
    } = await get('/api/v1/me', cookie);
    const written = [];
    let isOver = false;
    const write = async () => {
      while (!isOver) {
        const draft = { villageId: homeVillageId, title: `Bankje ${written.length}` };
        const answer = await post('/api/v1/proposals', cookie, draft).catch(() => null);
        if (answer?.ok) written.push((await answer.json().catch(() => null))?.id);
      }
    };
    const writers = [write(), write(), write()];
    await until(() => written.length >= 20, first);
    process.kill(-first.child.pid, 'SIGKILL');
    process.kill(findPostmaster(join(home, '.data', 'pg18')).pid, 'SIGKILL');
    isOver = true;
    await Promise.all(writers);
    await started();
    expect(written.filter(Boolean).length).toBeGreaterThanOrEqual(20);
    for (const id of written.filter(Boolean))
      expect(await get(`/api/v1/proposals/${id}`, cookie)).toMatchObject({ id });
  }, 180_000);

  it('takes its server along when the launcher alone is killed, and keeps its database for the next start', async () => {
    const first = await started();
    const { pid } = findPostmaster(join(home, '.data', 'pg18'));
    first.child.kill('SIGKILL');
    await started();
    expect(findPostmaster(join(home, '.data', 'pg18')).pid).toBe(pid);
  }, 180_000);

  const json = { 'content-type': 'application/json' };
  const post = (path, cookie, body) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...json, cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  const get = (path, cookie) => fetch(`${url}${path}`, { headers: { cookie } }).then((answer) => answer.json());

  async function signIn() {
    const { items } = await get('/api/v1/demo/people', '');
    const answer = await post('/api/v1/demo/sign-in', '', { personId: items[0].id });
    return answer.headers.getSetCookie()[0].split(';')[0];
  }
});

it('notices that an install was cut off, and that the lock file asks for something else', () => {
  const write = (path, packages) => writeFileSync(join(home, path), JSON.stringify({ packages }));
  mkdirSync(join(home, 'node_modules'));
  write('package-lock.json', {
    '': {},
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/x': { version: '1.0.0', optional: true },
  });
  expect(isInstalled(home)).toBe(false);
  write('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.23.0' } });
  expect(isInstalled(home)).toBe(false);
  write('node_modules/.package-lock.json', { 'node_modules/pg': { version: '8.23.1' } });
  expect(isInstalled(home)).toBe(true);
});
