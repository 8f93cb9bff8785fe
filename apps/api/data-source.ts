import { DataSource } from 'typeorm';
import { databaseOptions, migrateJobs } from '@kernagenda/shared/api';
import { migrations } from './migrations';

/** Any number; the same for every server of an installation. */
const migrationLock = 7_142_027;

/** A connection of an operator's command: nothing else of the application runs. */
export function connect(databaseUrl: string): Promise<DataSource> {
  return new DataSource({
    ...databaseOptions(databaseUrl),
    migrations,
    poolSize: 2,
    extra: { connectionTimeoutMillis: 5_000 },
  }).initialize();
}

/** Brings the tables up to this version, each step in a transaction; two servers that start at once take turns. */
export async function migrate(databaseUrl: string): Promise<void> {
  const dataSource = await connect(databaseUrl);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations({ transaction: 'each' });
    await migrateJobs(databaseUrl);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

/** Whether the tables are older than this version. */
export async function needsMigration(databaseUrl: string): Promise<boolean> {
  const dataSource = await connect(databaseUrl);
  try {
    return await dataSource.showMigrations();
  } finally {
    await dataSource.destroy();
  }
}
