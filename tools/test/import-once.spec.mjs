import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import pg from 'pg';
import { buildChanged } from '../launcher/build.mjs';
import { freePort } from '../launcher/server.mjs';
import { openMailbox } from './mailbox.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const name = `ka_import_${randomBytes(6).toString('hex')}`;
const maintenanceUrl = process.env['TEST_DATABASE_URL'];
const databaseUrl = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` }).href;
const email = 'beheer@dorp.test';
const amount = 3_000;

let server;
let origin;
let mailbox;

// The first build of a fresh checkout is part of it.
jest.setTimeout(180_000);

async function query(text, values = [], url = databaseUrl) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function environment() {
  const { DEMO, WEB_DIR, ...others } = process.env;
  const port = String(await freePort());
  origin = `http://127.0.0.1:${port}`;
  return {
    ...others,
    NODE_OPTIONS: '',
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.url,
    PUBLIC_URL: origin,
    SECRET_KEY: 'a key for tests only, long enough',
    ADMIN_EMAIL: email,
    HOST: '127.0.0.1',
    PORT: port,
  };
}

async function run(...command) {
  const env = await environment();
  const { status, stderr } = spawnSync(process.execPath, ['dist/api/main.mjs', ...command], { cwd: ROOT, env });
  if (status !== 0) throw new Error(String(stderr));
}

async function serve() {
  server = spawn(process.execPath, ['dist/api/main.mjs', 'serve'], {
    cwd: ROOT,
    env: await environment(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  server.ended = new Promise((resolve) => server.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => server.once('message', resolve)),
    server.ended.then((code) => Promise.reject(new Error(`The server ended with ${code}.`))),
  ]);
}

async function call(method, path, { cookie = '', version, body } = {}) {
  const isForm = body instanceof FormData;
  const headers = {
    ...(cookie && { cookie }),
    ...(version && { 'if-match': `"${version}"` }),
    ...(body && !isForm && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers,
    body: isForm ? body : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

/** @returns the cookie of the administrator, who signed in with the code of a real mail */
async function signIn() {
  await call('POST', '/sign-in/code', { body: { email } });
  let code;
  while (!code) {
    code = /\b\d{6}\b/.exec(mailbox.received.at(-1)?.text ?? '')?.[0];
    await pause();
  }
  const answer = await call('POST', '/sign-in', { body: { email, code } });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const counts = async () =>
  (
    await query(`select (select count(*)::int from proposal) as points,
      (select count(*)::int from import_row where fate = 'taken') as taken,
      (select count(distinct proposal_id)::int from import_row) as distinct,
      (select state from import_batch) as state`)
  )[0];

beforeAll(async () => {
  await buildChanged('api');
  mailbox = await openMailbox();
  await query(`create database ${name}`, [], maintenanceUrl);
  await run('migrate');
  await run('villages-import', 'docs/villages.example.geojson', '--municipality', 'Voorbeeld');
});

afterAll(async () => {
  server?.kill('SIGKILL');
  await server?.ended;
  await mailbox.close();
  await query(`drop database ${name} with (force)`, [], maintenanceUrl);
});

it('attack 32: an import in a server that is killed goes on when it is started again, and every point stands once', async () => {
  await serve();
  const cookie = await signIn();
  const rows = Array.from({ length: amount }, (_, index) => `voorbeeld-noord;Een bankje op plek ${index};${index}`);
  const body = new FormData();
  const page = 'https://www.voorbeeld.nl/agenda';
  body.set('file', new Blob([['Kern;Titel;Nummer;Bron', ...rows.map((row) => `${row};${page}`)].join('\n')]), 'a.csv');
  const batch = await (await call('POST', '/imports', { cookie, body })).json();
  expect(batch.counts).toMatchObject({ new: amount, faulty: 0 });

  await call('POST', `/imports/${batch.id}/confirm`, { cookie, version: batch.version });
  while ((await counts()).taken === 0) await pause();
  server.kill('SIGKILL');
  await server.ended;
  const halfway = await counts();
  expect(halfway).toMatchObject({ state: 'importing', points: halfway.taken, distinct: halfway.taken });
  expect(halfway.taken).toBeGreaterThan(0);
  expect(halfway.taken).toBeLessThan(amount);

  await serve();
  const until = Date.now() + 60_000;
  while ((await counts()).state !== 'imported' && Date.now() < until) await pause();
  expect(await counts()).toEqual({ state: 'imported', points: amount, taken: amount, distinct: amount });
});
