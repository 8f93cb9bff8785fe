import { existsSync, readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dropDatabase, startDatabase } from './database.mjs';
import { processMark } from './postmaster.mjs';

const MEMORY = '/dev/shm';
const ROOM = 4e9;

/** In memory where there is room: a disk takes half a second for each copy of the template, memory a twentieth. */
function root() {
  const { bavail, bsize } = existsSync(MEMORY) ? statfsSync(MEMORY) : { bavail: 0, bsize: 0 };
  return bavail * bsize > ROOM
    ? `${MEMORY}/kernagenda-test`
    : fileURLToPath(new URL('../../.data/test/', import.meta.url));
}

const ROOT = root();

/** Runs that were killed leave their server behind. */
async function sweep() {
  for (const pid of existsSync(ROOT) ? readdirSync(ROOT) : []) {
    if (!processMark(Number(pid))) await dropDatabase({ dir: join(ROOT, pid, 'pg18') });
  }
}

/**
 * A PostgreSQL for one run of tests, fast because it never waits for the disk, and gone after `drop`.
 * Answers the address of its maintenance database.
 */
export async function startTestDatabase() {
  await sweep();
  const dir = join(ROOT, String(process.pid), 'pg18');
  const { url } = await startDatabase({ dir, durable: false });
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  return { url: maintenance.href, drop: () => dropDatabase({ dir }) };
}
