import { PgBoss, TestClock } from 'pg-boss';
import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import { Settings } from '../settings';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const hourMs = 3_600_000;
let schemas = 0;
/** As seldom as it may: every look is a question to the database. */
const often = { cronMonitorIntervalSeconds: 45, cronWorkerIntervalSeconds: 45 };

/** When schedules of Europe/Amsterdam make a job, in UTC, on a clock that goes through nine hours from an instant. */
async function firedFrom(instant: string, crons: readonly string[]): Promise<readonly (readonly string[])[]> {
  const clock = new TestClock(instant);
  schemas += 1;
  const connectionString = app.get(Settings).databaseUrl;
  const boss = new PgBoss({ connectionString, schema: `boss_${schemas}`, clock, supervise: false, max: 1, ...often });
  boss.on('error', () => undefined);
  await boss.start();
  const fired: string[][] = [];
  for (const [index, cron] of crons.entries()) {
    await boss.createQueue(`queue-${index}`);
    await boss.schedule(`queue-${index}`, cron, null, { tz: 'Europe/Amsterdam' });
  }
  await clock.tick(9 * hourMs);
  for (const index of crons.keys()) {
    const jobs = await boss.fetch(`queue-${index}`, { batchSize: 10, includeMetadata: true });
    fired.push(jobs.map(({ createdOn }) => createdOn.toISOString().slice(11, 16)).sort());
  }
  await boss.stop({ graceful: false });
  return fired;
}

/** The nightly work, what is due at seven, and what would lie in the hour that is skipped or repeated. */
const crons = ['17 3 * * *', '0 7 * * *', '30 2 * * *'];

describe('attack 31: a schedule of the queue, on its own test clock', () => {
  it('runs once in the night that summer time begins, unless it stands in the hour that is skipped', async () => {
    expect(await firedFrom('2026-03-28T23:00:00Z', crons)).toEqual([['01:17'], ['05:00'], []]);
  });

  it('runs once in the night that summer time ends, unless it stands in the hour that comes twice', async () => {
    expect(await firedFrom('2026-10-24T22:00:00Z', crons)).toEqual([['02:17'], ['06:00'], ['00:30', '01:30']]);
  });
});
