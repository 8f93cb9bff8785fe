import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.mjs';

const SHARED_ROOT = '/var/lib/kernagenda';
const NOBODY = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root, so root lends it to another user; everybody else runs it as themselves. */
export function databaseUser() {
  return process.getuid?.() === 0 ? NOBODY : null;
}

/** Whether the database user may walk through every folder above this path. */
export function isReachable(path) {
  if (!databaseUser()) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Creates a folder that others may walk through, whatever the umask; a folder that stood already keeps its mode. */
export function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
    chmodSync(path, 0o755);
  } catch (error) {
    if (error.code === 'EEXIST') return;
    throw new Problem(
      `Cannot create the folder ${path} (${error.code}); give this user write access to ${dirname(path)}, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** A place every user of this machine can reach, one for each checkout. */
export function sharedFolder(name) {
  return join(SHARED_ROOT, name);
}

/**
 * The folder that holds the data: the wished one, or one under /var/lib when the database user cannot reach that.
 * The choice is written down beside the wished folder, so that a later start finds the same data.
 */
export function dataFolder(wished) {
  const note = join(dirname(wished), 'location');
  makeFolder(dirname(wished));
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const hash = createHash('sha256').update(wished).digest('hex').slice(0, 12);
  const chosen = isReachable(wished) ? wished : join(sharedFolder(hash), 'pg18');
  makeFolder(dirname(chosen));
  try {
    writeFileSync(note, `${chosen}\n`);
  } catch (error) {
    throw new Problem(
      `Cannot write ${note} (${error.code}); give this user write access to ${dirname(note)}, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return chosen;
}
