import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readPdf } from '../../libs/shared/api/testing/pdf';
import { dropDatabase } from '../database/database.mjs';
import { freePort } from '../launcher/server.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** What a newcomer can copy out of the README. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean),
);

/** Stages of `npm test` itself, and what the launcher's own tests start. */
const elsewhere = ['npm run lint', 'npm run typecheck', 'npm start'];

/** Run to their end with a narrow choice, so that the whole stays short. */
const narrow = {
  'npm run test:node': ['--', 'libs/shared/domain/calendar'],
  'npm run test:web': ['--', 'libs/shared/ui/forms'],
  'npm run test:e2e': ['--', '--list'],
  'npm run bench:api': ['--', '--quick'],
  'npm run bench:search': ['--', '--quick'],
  'npm run bench:realtime': ['--', '--quick'],
  'npm run bench:digest': ['--', '--quick'],
  'npm run bench:matching': ['--', '--quick', '1k'],
  'npm run match:evaluate -- tools/matching/sets/city.tsv': [],
  'npm run match:pairs -- tools/matching/sets/city.tsv': [],
  'npm run pictures': ['--', join(tmpdir(), 'kernagenda-pictures')],
  'npm run demo:sheet': ['--', join(tmpdir(), 'kernagenda-punten.xlsx')],
  'npm run format': ['--', 'README.md'],
};

/** On a database of their own: what they enter stays out of the one somebody tries things in. */
const onDatabase = [
  'npm run agenda:pdf -- --village tricht --out folder.pdf',
  'npm run audit:verify',
  'npm run demo:load',
  'npm run match:judged',
  'npm run villages:import -- docs/villages.example.geojson --municipality Voorbeeld',
];

function environment(others = {}) {
  const { DATABASE_URL, DEMO, JEST_WORKER_ID, NODE_OPTIONS, TEST_DATABASE_URL, ...kept } = process.env;
  return { ...kept, ...others };
}

it('knows every command of the README', () => {
  expect(commands.filter((command) => command !== 'npm test').sort()).toEqual(
    [...elsewhere, ...Object.keys(narrow), ...onDatabase, 'npm run dev'].sort(),
  );
});

it.each(Object.entries(narrow))(
  '%s works',
  (command, args) => {
    const [program, ...words] = command.split(' ');
    const { status, stdout, stderr } = spawnSync(program, [...words, ...args], {
      cwd: ROOT,
      env: environment(),
      encoding: 'utf8',
    });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
    if (command === 'npm run bench:api') {
      for (const name of ['list', 'point', 'queue', 'create']) {
        expect(stdout).toMatch(new RegExp(`^bench api ${name} ours=\\d+ bare=\\d+ ratio=\\d+\\.\\d\\d p50=`, 'm'));
      }
    }
    if (command === 'npm run bench:search') {
      for (const name of ['common', 'rare', 'two', 'typo', 'filter']) {
        expect(stdout).toMatch(new RegExp(`^bench search ${name} points=5000 p50=[\\d.]+ p99=[\\d.]+ bare=`, 'm'));
      }
      for (const name of ['approve', 'search', 'matching']) {
        expect(stdout).toMatch(new RegExp(`^bench findable ${name} points=5000 p50=[\\d.]+ p99=[\\d.]+$`, 'm'));
      }
    }
    if (command === 'npm run bench:realtime') {
      expect(stdout).toMatch(/^bench realtime 1000 p50=[\d.]+ p95=[\d.]+ p99=[\d.]+ bare=[\d.]+ ratio=[\d.]+ block=/m);
    }
    if (command === 'npm run bench:digest') {
      expect(stdout).toMatch(/^bench digest send people=1000 mails=990 lines=\d+ seconds=[\d.]+ per_second=\d+ /m);
      expect(stdout).toMatch(/^bench digest check: each of \d+ lines came once/m);
    }
    if (command === 'npm run bench:matching') {
      expect(stdout).toMatch(/^bench matching 1k build=\d+\.\d mb=\d+ p50=\d+\.\d\d p95=\d+\.\d\d p99=\d+\.\d\d$/m);
      for (const way of ['trigram', 'fulltext']) {
        expect(stdout).toMatch(new RegExp(`^bench matching-pg 1k ${way} p50=\\d+\\.\\d\\d p95=\\d+\\.\\d\\d$`, 'm'));
      }
    }
  },
  300_000,
);

/** Runs a command of the README to its end, with these settings. */
function run(command, settings) {
  const [program, ...words] = command.split(' ');
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: ROOT,
    env: environment(settings),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const [printFolder, verify, loadDemo, judgedPairs, importVillages] = onDatabase;

it('on the PostgreSQL of DATABASE_URL villages are imported once and the demo stays away from them', async () => {
  const maintenance = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  const name = `ka_readme_${randomBytes(6).toString('hex')}`;
  await maintenance.connect();
  await maintenance.query(`create database ${name}`);
  const DATABASE_URL = Object.assign(new URL(process.env.TEST_DATABASE_URL), { pathname: `/${name}` }).href;
  try {
    const there = (command) => run(command, { DATABASE_URL });
    expect(there(importVillages).stdout).toContain('Voorbeeld: 3 villages added, 0 changed, 0 were so already.');
    expect(there(importVillages).stdout).toContain('Voorbeeld: 0 villages added, 0 changed, 3 were so already.');
    expect(there('npm run villages:import -- package.json')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('must be a GeoJSON FeatureCollection'),
    });
    expect(there(printFolder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no village "tricht".'),
    });
    expect(there(loadDemo)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('of the municipality Voorbeeld'),
    });
  } finally {
    await maintenance.query(`drop database ${name}`);
    await maintenance.end();
  }
}, 300_000);

it('on the database that comes along the demo is loaded, says who comes along, and is verified', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kernagenda-readme-'));
  chmodSync(home, 0o755);
  const here = (command) => run(command, { DATA_DIR: join(home, '.data') });
  try {
    expect(here(loadDemo)).toMatchObject({ status: 0, stderr: expect.stringContaining('people who do not exist') });
    expect(here(verify).stdout).toContain('entries are sound');
    expect(here(`${printFolder.replace('folder.pdf', '')}${join(home, 'folder.pdf')}`)).toMatchObject({ status: 0 });
    const folder = await readPdf(readFileSync(join(home, 'folder.pdf')));
    expect(folder).toMatchObject({ isTagged: true, language: 'nl', title: expect.stringContaining('Tricht') });
    expect(here(judgedPairs).stdout).toContain('a\ta_village\ta_title\ta_body\tb');
  } finally {
    await dropDatabase({ dir: join(home, '.data', 'pg18') });
    rmSync(home, { recursive: true, force: true });
  }
}, 300_000);

it('npm run dev serves the villages', async () => {
  const home = mkdtempSync(join(tmpdir(), 'kernagenda-readme-'));
  chmodSync(home, 0o755);
  const PORT = String(await freePort());
  const DATA_DIR = join(home, '.data');
  const options = { cwd: ROOT, env: environment({ PORT, DATA_DIR }), detached: true, stdio: 'ignore' };
  const child = spawn('npm', ['run', 'dev'], options);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    let villages = 0;
    while (villages !== 26 && child.exitCode === null) {
      await pause(200);
      const answer = await fetch(`http://127.0.0.1:${PORT}/api/v1/villages`).catch(() => null);
      villages = answer?.ok ? (await answer.json()).items.length : 0;
    }
    expect(villages).toBe(26);
  } finally {
    process.kill(-child.pid, 'SIGINT');
    await ended;
    await dropDatabase({ dir: join(DATA_DIR, 'pg18') });
    rmSync(home, { recursive: true, force: true });
  }
}, 300_000);
