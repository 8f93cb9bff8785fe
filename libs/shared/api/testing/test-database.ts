import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { getTestApplication } from './application';
import type { LoadedApplication } from './application';

/** Any number; the same for everybody who makes the template. */
const templateLock = 7_142_026;

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A fresh migrated database: a copy of a template that is made once per state of the migrations. */
export async function createTestDatabase(application: LoadedApplication): Promise<TestDatabase> {
  const { databaseUrl } = getTestApplication();
  const name = `ka_test_${randomBytes(6).toString('hex')}`;
  await withClient(databaseUrl, async (client) => {
    const template = await ensureTemplate(client, databaseUrl, application);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
  });
  return {
    url: addressOf(databaseUrl, name),
    drop: () =>
      withClient(databaseUrl, async (client) => {
        // The server itself waits some seconds for connections that are closing; only what hangs is cut off.
        await client
          .query(`DROP DATABASE IF EXISTS ${name}`)
          .catch(() => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      }),
  };
}

/** Built under another name first, so that a run that was killed leaves no half template. */
async function ensureTemplate(client: Client, databaseUrl: string, application: LoadedApplication): Promise<string> {
  const text = application.migrations.map((migration) => String(migration)).join('\n');
  const name = `ka_template_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`DROP DATABASE IF EXISTS ${name}_new WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}_new`);
    await application.migrate(addressOf(databaseUrl, `${name}_new`));
    await client.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  }
  await client.query('SELECT pg_advisory_unlock($1)', [templateLock]);
  return name;
}

function addressOf(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withClient<Result>(databaseUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
