import { resolve } from 'node:path';
import { newCacheFolder } from '../cache-folder.mjs';
import { browserProgram } from '../browser/browser.mjs';
import { startTestDatabase } from '../database/test-database.mjs';
import { bundleWorkers } from '../launcher/build-api.mjs';

/**
 * Gives every process of the tests TEST_DATABASE_URL, a superuser's address of the maintenance database `postgres`, and
 * TEST_MATCHING_WORKER, TEST_IMPORTING_WORKER and TEST_PRINTING_WORKER, the threads of matching and of reading
 * spreadsheets and the process that prints, as they are built, with TEST_CHROMIUM_PATH, the browser it does that with.
 */
export default async function setup() {
  globalThis.testWorker = newCacheFolder('worker-');
  await bundleWorkers(globalThis.testWorker);
  process.env.TEST_MATCHING_WORKER = resolve(globalThis.testWorker, 'matching.worker.mjs');
  process.env.TEST_IMPORTING_WORKER = resolve(globalThis.testWorker, 'importing.worker.mjs');
  process.env.TEST_PRINTING_WORKER = resolve(globalThis.testWorker, 'printing.worker.mjs');
  process.env.TEST_CHROMIUM_PATH = await browserProgram();
  if (process.env.TEST_DATABASE_URL) return;
  const database = await startTestDatabase();
  process.env.TEST_DATABASE_URL = database.url;
  globalThis.testDatabase = database;
}
