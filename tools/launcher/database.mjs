import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { atEnd } from './lifetime.mjs';
import { stage } from './console.mjs';

const OLDEST = 15;

/** Says why a server of one's own does not answer; the address without its password. */
async function check(databaseUrl) {
  let url;
  try {
    url = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError();
  } catch {
    throw new Problem('DATABASE_URL is not an address like postgres://user:password@host:5432/database; correct it.');
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as version`);
    if (rows[0].version < OLDEST) {
      throw new Problem(`DATABASE_URL points at PostgreSQL ${rows[0].version}; Kernagenda needs ${OLDEST} or newer.`);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error.code ?? error.message;
    throw new Problem(
      `Cannot use the PostgreSQL of DATABASE_URL at ${url.hostname}:${url.port || 5432}${url.pathname} (${reason}); start it or correct DATABASE_URL, or leave DATABASE_URL out to use the one that comes with Kernagenda.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** DATABASE_URL when it is set, else the PostgreSQL that comes with us. Answers what the server needs to know. */
export async function findDatabase(root) {
  if (process.env.DATABASE_URL) {
    await stage('looking for the PostgreSQL of DATABASE_URL', () => check(process.env.DATABASE_URL));
    return { DATABASE_URL: process.env.DATABASE_URL };
  }
  if (process.env.NODE_ENV === 'production') {
    throw new Problem(
      'NODE_ENV=production needs your own PostgreSQL: set DATABASE_URL. The one that comes with Kernagenda is for the demo.',
    );
  }
  return stage('starting PostgreSQL', async () => {
    const { startDatabase } = await import('../database/database.mjs');
    const { url, stop } = await startDatabase({ dir: join(process.env.DATA_DIR ?? join(root, '.data'), 'pg18') });
    atEnd(stop);
    return { DATABASE_URL: url, DEMO: process.env.DEMO ?? '1' };
  });
}
