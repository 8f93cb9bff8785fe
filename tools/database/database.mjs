import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Problem } from '../problem.mjs';
import { binariesFolder } from './binaries.mjs';
import { dataFolder, databaseUser } from './location.mjs';
import { clearStalePostmaster, findPostmaster, processMark } from './postmaster.mjs';

const VERSION = '18';
const NAME = 'kernagenda';
const ALTERNATIVE = 'or set DATABASE_URL to a PostgreSQL of your own';

/** Runs a program of PostgreSQL as the owner of the data; answers its exit code and what it said. */
function run(program, args, owner) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...owner,
      cwd: '/',
      env: { PATH: process.env.PATH, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) =>
      reject(new Problem(`Cannot run ${program} (${error.code}); check the permissions on it, ${ALTERNATIVE}.`)),
    );
    child.on('exit', (code) => resolve({ code, output }));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(folder);
  return uid === 0 ? databaseUser() : { uid, gid };
}

function removeLeftovers(folder) {
  const prefix = `${basename(folder)}.new-`;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(prefix) && !processMark(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

/** Made in a folder beside it and renamed when whole, so that a start that is cut off leaves nothing half made. */
async function createCluster(folder, binaries, durable) {
  removeLeftovers(folder);
  const staging = `${folder}.new-${process.pid}`;
  const owner = databaseUser() ?? {};
  mkdirSync(staging, { mode: 0o700 });
  writeFileSync(join(staging, 'password'), randomBytes(24).toString('hex'), { mode: 0o600 });
  if (databaseUser()) for (const path of [staging, join(staging, 'password')]) chownSync(path, owner.uid, owner.gid);
  const { code, output } = await run(
    join(binaries, 'initdb'),
    [
      ['--pgdata', join(staging, 'data')],
      ['--username', NAME, '--pwfile', join(staging, 'password'), '--auth=scram-sha-256'],
      ['--encoding=UTF8', `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'}`],
      ['--locale-provider=icu', '--icu-locale=nl-NL', '--set=timezone=UTC', '--set=log_timezone=UTC'],
      durable ? [] : ['--no-sync'],
    ].flat(),
    owner,
  );
  if (code !== 0) {
    rmSync(staging, { recursive: true, force: true });
    throw new Problem(
      `PostgreSQL could not create ${folder}; solve what it says below, ${ALTERNATIVE}.\n${output.trim()}`,
    );
  }
  renameSync(join(staging, 'password'), join(staging, 'data', 'kernagenda.password'));
  renameSync(join(staging, 'data'), folder);
  rmSync(staging, { recursive: true, force: true });
}

function checkCluster(folder) {
  let version = '';
  try {
    readdirSync(folder);
    version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if (error.code === 'EACCES') {
      throw new Problem(
        `The data folder ${folder} belongs to another user; start as the user who made it (root, perhaps), ${ALTERNATIVE}.`,
      );
    }
  }
  if (version !== VERSION || !existsSync(join(folder, 'kernagenda.password'))) {
    throw new Problem(
      `The data folder ${folder} is damaged or not made by PostgreSQL ${VERSION}; restore it from a backup, move it away to begin with an empty one, ${ALTERNATIVE}.`,
    );
  }
}

const urlOf = (folder, port, database) =>
  `postgres://${NAME}:${readFileSync(join(folder, 'kernagenda.password'), 'utf8')}@127.0.0.1:${port}/${database}`;

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Waits until the server takes connections; false when it is not (or no longer) there, or is not ours. */
async function answers(folder, timeout = 60_000) {
  for (const deadline = Date.now() + timeout; Date.now() < deadline; await pause(50)) {
    const postmaster = findPostmaster(folder);
    if (!postmaster?.isRunning) return false;
    try {
      const [row] = await query(urlOf(folder, postmaster.port, 'postgres'), 'show data_directory');
      return row.data_directory === folder;
    } catch (error) {
      // 28P01: a server on that port, with another password than ours.
      if (error.code === '28P01') return false;
    }
  }
  return false;
}

async function startServer(folder, binaries, durable) {
  const log = join(folder, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    await clearStalePostmaster(folder);
    rmSync(log, { force: true });
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      log_checkpoints: 'off',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    const { code, output } = await run(
      join(binaries, 'pg_ctl'),
      ['start', '-D', folder, '-l', log, '-w', '-t', '60', '-o', `-p ${await freePort()} ${options.join(' ')}`],
      ownerOf(folder),
    );
    if (code === 0) return;
    const said = existsSync(log) ? readFileSync(log, 'utf8').trim() : output.trim();
    // Somebody else took the free port, or the last processes of a killed server are still leaving.
    if (attempt < 5 && /Address already in use|still in use|lock file/.test(said)) {
      await pause(500);
      if (await answers(folder, 5000)) return;
      continue;
    }
    throw new Problem(
      `PostgreSQL does not start on ${folder}; solve what its log says below, restore the folder from a backup, or move it away to begin with an empty one.\n${said.split('\n').slice(-8).join('\n')}`,
    );
  }
}

/** The process that stops the server when it ends; others that find it running leave it running. */
function claim(folder) {
  const note = join(dirname(folder), `${basename(folder)}.owner`);
  const [pid, mark] = existsSync(note) ? readFileSync(note, 'utf8').split(' ') : [];
  if (pid && Number(pid) !== process.pid && mark && processMark(Number(pid)) === mark) return false;
  // Another user may have written it; the folder is ours, so it can always be replaced.
  rmSync(note, { force: true });
  writeFileSync(note, `${process.pid} ${processMark(process.pid)}`);
  return true;
}

async function prepare(url) {
  const found = await query(url('postgres'), `select 1 from pg_database where datname = '${NAME}'`);
  if (found.length === 0) await query(url('postgres'), `create database ${NAME}`);
  await query(url(NAME), 'create extension if not exists pg_trgm; create extension if not exists unaccent');
}

/** Stops the server of a data folder, whoever started it. */
export async function stopDatabase({ dir }) {
  const folder = dataFolder(dir);
  if (!findPostmaster(folder)?.isRunning) return;
  const binaries = binariesFolder(dirname(dir));
  await run(join(binaries, 'pg_ctl'), ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '30'], ownerOf(folder));
}

/** Stops the server and deletes its data: for databases of tests and benches alone. */
export async function dropDatabase({ dir }) {
  const folder = dataFolder(dir);
  await stopDatabase({ dir });
  for (const path of [folder, `${folder}.owner`, join(dirname(dir), 'location')]) {
    rmSync(path, { recursive: true, force: true });
  }
  for (const parent of new Set([dirname(folder), dirname(dir)])) {
    if (readdirSync(parent).length === 0) rmSync(parent, { recursive: true });
  }
}

/**
 * Starts the PostgreSQL that comes with the product, or takes over the one that still runs on this data.
 * `durable: false` trades safety after a power cut for speed, for tests. Answers the address of the database
 * `kernagenda`, as superuser, and `stop`, which leaves alone a server that another live process started.
 */
export async function startDatabase({ dir, durable = true }) {
  const folder = dataFolder(dir);
  const isNew = !existsSync(folder);
  if (!isNew) checkCluster(folder);
  const binaries = binariesFolder(dirname(dir));
  if (isNew) await createCluster(folder, binaries, durable);
  if (!(await answers(folder))) await startServer(folder, binaries, durable);
  const isOwner = claim(folder);
  const { port, pid } = findPostmaster(folder);
  const url = (database) => urlOf(folder, port, database);
  await prepare(url);
  return { url: url(NAME), pid, folder, stop: async () => (isOwner ? stopDatabase({ dir }) : undefined) };
}
