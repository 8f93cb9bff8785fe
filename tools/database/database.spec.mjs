import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dropDatabase, startDatabase } from './database.mjs';
import { findPostmaster, processMark } from './postmaster.mjs';

const isRoot = process.getuid() === 0;
let home;
let dir;

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database in a process of its own and leaves it running when that process is gone. */
function startElsewhere(then = 'process.exit(0)') {
  const module = new URL('./database.mjs', import.meta.url).href;
  const script = `const { startDatabase } = await import('${module}'); const database = await startDatabase({ dir: '${dir}' }); console.log(database.url); ${then}`;
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { url: stdout.trim(), stderr, signal };
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kernagenda-'));
  chmodSync(home, 0o755);
  dir = join(home, '.data', 'pg18');
});

afterEach(async () => {
  if (existsSync(join(home, '.data', 'location'))) await dropDatabase({ dir });
  rmSync(home, { recursive: true, force: true });
});

it('creates a Dutch UTF-8 database with its extensions and a password only its owner reads', async () => {
  const { url, folder } = await startDatabase({ dir });
  const [row] = await query(
    url,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
       current_setting('TimeZone') as zone, current_setting('fsync') as fsync, unaccent('café') as plain,
       similarity('jeu de boules', 'jeu-de-boulesbaan') > 0.5 as similar, 'É' ilike 'é' as folds`,
  );
  expect(row).toEqual({
    version: 18,
    encoding: 'UTF8',
    zone: 'UTC',
    fsync: 'on',
    plain: 'cafe',
    similar: true,
    folds: true,
  });
  expect(statSync(join(folder, 'kernagenda.password')).mode & 0o777).toBe(0o600);
  expect(folder).toBe(dir);
});

it('listens on loopback alone and refuses a wrong password', async () => {
  const { url } = await startDatabase({ dir });
  const [{ listen_addresses }] = await query(url, 'show listen_addresses');
  expect(listen_addresses).toBe('127.0.0.1');
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

it('stops, and finds its rows again at the next start', async () => {
  const first = await startDatabase({ dir });
  await query(first.url, 'create table kept (id int); insert into kept values (7)');
  await first.stop();
  expect(findPostmaster(first.folder)).toBeNull();
  const second = await startDatabase({ dir });
  expect(await query(second.url, 'select id from kept')).toEqual([{ id: 7 }]);
});

it('takes over the server that a killed process left running, and stops it', async () => {
  const left = startElsewhere(`process.kill(process.pid, 'SIGKILL')`);
  expect(left.signal).toBe('SIGKILL');
  const { url, folder, stop } = await startDatabase({ dir });
  expect(url).toBe(left.url);
  await stop();
  expect(findPostmaster(folder)).toBeNull();
});

it('leaves a server alone that another live process started', async () => {
  const { url, folder } = await startDatabase({ dir });
  const guest = startElsewhere('await database.stop(); process.exit(0)');
  expect(guest.url).toBe(url);
  expect(findPostmaster(folder)?.isRunning).toBe(true);
});

it('keeps every committed row when the postmaster is killed', async () => {
  const first = await startDatabase({ dir });
  await query(first.url, 'create table kept (id int)');
  for (let id = 1; id <= 20; id += 1) await query(first.url, `insert into kept values (${id})`);
  process.kill(first.pid, 'SIGKILL');
  const second = await startDatabase({ dir });
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 20 }]);
});

it('starts although the pid in postmaster.pid belongs to another program now', async () => {
  const first = await startDatabase({ dir });
  const note = readFileSync(join(first.folder, 'postmaster.pid'), 'utf8').replace(/^\d+/, String(process.pid));
  await first.stop();
  writeFileSync(join(first.folder, 'postmaster.pid'), note);
  const second = await startDatabase({ dir });
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

it('begins anew after a creation that was cut off', async () => {
  mkdirSync(join(home, '.data', 'pg18.new-4194305', 'data'), { recursive: true });
  const { url } = await startDatabase({ dir });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(home, '.data', 'pg18.new-4194305'))).toBe(false);
});

it('says what to do about a damaged data folder and touches nothing in it', async () => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'precious'), 'kept');
  await expect(startDatabase({ dir })).rejects.toThrow(/is damaged or not made by PostgreSQL 18; restore it/);
  expect(readFileSync(join(dir, 'precious'), 'utf8')).toBe('kept');
});

it('shows the end of the log when PostgreSQL does not start', async () => {
  const { folder, stop } = await startDatabase({ dir });
  await stop();
  rmSync(join(folder, 'global'), { recursive: true });
  await expect(startDatabase({ dir })).rejects.toThrow(/does not start on .*\n.*could not find the database system/s);
});

const describeAsRoot = isRoot ? describe : () => {};

describeAsRoot('as root', () => {
  it('runs PostgreSQL as another user', async () => {
    const { pid, folder } = await startDatabase({ dir });
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
    expect(statSync(folder).uid).toBe(65534);
  });

  it('keeps data under /var/lib when the checkout is closed to others, whose mode it leaves as it is', async () => {
    chmodSync(home, 0o700);
    const { url, folder, stop } = await startDatabase({ dir });
    expect(folder).toMatch(/^\/var\/lib\/kernagenda\/[0-9a-f]{12}\/pg18$/);
    expect(readFileSync(join(home, '.data', 'location'), 'utf8')).toBe(`${folder}\n`);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    await query(url, 'create table kept (id int)');
    await stop();
    expect(await query((await startDatabase({ dir })).url, 'select * from kept')).toEqual([]);
  });

  it('works under a strict umask', async () => {
    const before = process.umask(0o077);
    try {
      const { url } = await startDatabase({ dir });
      expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      process.umask(before);
    }
  });

  it('tells a user who may not read the data folder who made it', async () => {
    await (await startDatabase({ dir })).stop();
    const module = new URL('./database.mjs', import.meta.url).href;
    const { stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        // Loaded as the one who may read this checkout, wherever it lies; only then somebody else.
        `const { startDatabase } = await import('${module}');
         process.setgid(12345); process.setuid(12345);
         await startDatabase({ dir: '${dir}' })`,
      ],
      { encoding: 'utf8', cwd: '/', env: { PATH: process.env.PATH } },
    );
    expect(stderr).toMatch(/belongs to another user; start as the user who made it/);
  });
});

it('knows a process that is gone from one that lives', () => {
  expect(processMark(process.pid)).not.toBe('');
  expect(processMark(4_194_305)).toBe('');
});
