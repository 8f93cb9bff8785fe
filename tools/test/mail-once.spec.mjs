import { randomBytes } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { buildChanged } from '../launcher/build.mjs';
import { freePort } from '../launcher/server.mjs';
import { openMailbox } from './mailbox.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const name = `ka_kill_${randomBytes(6).toString('hex')}`;
const maintenanceUrl = process.env['TEST_DATABASE_URL'];
const databaseUrl = Object.assign(new URL(maintenanceUrl), { pathname: `/${name}` }).href;

let server;
let mailbox;
let onMail;

// The first build of a fresh checkout is part of it.
jest.setTimeout(120_000);

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
  return {
    ...others,
    NODE_OPTIONS: '',
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.url,
    PUBLIC_URL: 'https://kernagenda.test',
    SECRET_KEY: 'a key for tests only, long enough',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
  };
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

const nextMail = () => new Promise((resolve) => (onMail = resolve));

beforeAll(async () => {
  await buildChanged('api');
  mailbox = await openMailbox(() => new Promise((resolve) => onMail(resolve)));
  await query(`create database ${name}`, [], maintenanceUrl);
  const env = await environment();
  const { status, stderr } = spawnSync(process.execPath, ['dist/api/main.mjs', 'migrate'], { cwd: ROOT, env });
  if (status !== 0) throw new Error(String(stderr));
});

afterAll(async () => {
  server?.kill('SIGKILL');
  await server?.ended;
  await mailbox.close();
  await query(`drop database ${name} with (force)`, [], maintenanceUrl);
});

/** A line that waits for its mail, as a decision on a proposal leaves it. */
async function aLine() {
  const [{ id }] = await query(`
    with town as (insert into municipality (slug, name, population, population_source, attribution)
        values ('m', 'M', 1, 'x', 'x') returning id),
      area as (insert into area (municipality_id, name) select id, 'A' from town returning id, municipality_id),
      village as (insert into village (municipality_id, area_id, slug, name, population, population_year,
          population_source, boundary, point, label)
        select municipality_id, id, 'v', 'V', 1, 2020, 'x', '{}', '[]', '{}' from area returning id),
      person as (insert into person (email, display_name, created_at) values ('sanne@dorp.test', 'Sanne', now()) returning id),
      point as (insert into proposal (village_id, author_id, title, moderation_state, agenda_state, approved_at, created_at)
        select village.id, person.id, 'Een bankje', 'approved', 'exploring', now(), now() from village, person returning id)
    insert into notification (event, person_id, channel, kind, reason, proposal_id, agenda_state, state, created_at)
    select 'move', person.id, 'mail', 'explore', 'author', point.id, 'exploring', 'pending', now() from person, point
    returning id`);
  return id;
}

const stateOf = async (id) => (await query('select state from notification where id = $1', [id]))[0]?.state;

it('a server that is killed between sending a mail and noting it sends it again under the same Message-ID', async () => {
  await serve();
  const id = await aLine();
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();

  const first = nextMail();
  await boss.send('notifications-mail', { notificationId: id });
  const accept = await first;
  server.kill('SIGKILL');
  await server.ended;
  accept();
  expect(await stateOf(id)).toBe('pending');

  await query(`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`);
  await boss.supervise('notifications-mail');
  await query(`update pgboss.job set start_after = now() where state = 'retry'`);
  const second = nextMail();
  await serve();
  (await second)();
  while ((await stateOf(id)) !== 'sent') await new Promise((resolve) => setTimeout(resolve, 20));
  await boss.stop({ graceful: false });

  expect(mailbox.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@kernagenda.test>`));
  expect(await query('select state from notification')).toEqual([{ state: 'sent' }]);
});
