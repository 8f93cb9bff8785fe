import { resolve } from 'node:path';
import { newCacheFolder } from '../cache-folder.mjs';
import { startTestDatabase } from '../database/test-database.mjs';
import { bundleWorker } from '../launcher/build-api.mjs';

/**
 * Gives every process of the tests TEST_DATABASE_URL, a superuser's address of the maintenance database `postgres`, and
 * TEST_MATCHING_WORKER, the thread of matching as it is built.
 */
export default async function setup() {
  globalThis.testWorker = newCacheFolder('worker-');
  await bundleWorker(globalThis.testWorker);
  process.env.TEST_MATCHING_WORKER = resolve(globalThis.testWorker, 'matching.worker.mjs');
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startTestDatabase();
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.testDatabase = database;
}
