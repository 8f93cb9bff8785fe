import { startTestDatabase } from '../database/test-database.mjs';

/** Gives every worker TEST_DATABASE_URL: a superuser's address of the maintenance database `postgres`. */
export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startTestDatabase();
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.testDatabase = database;
}
