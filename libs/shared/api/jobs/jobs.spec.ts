import { Injectable, Module } from '@nestjs/common';
import { createTestApp, until } from '../testing';
import type { TestApp } from '../testing';
import { Jobs, defineEvents } from './jobs.service';

interface TestEvents {
  'test.happened': { readonly name: string };
}
const testEvent = defineEvents<TestEvents>();

@Injectable()
class Listeners {
  readonly heard: string[] = [];
  failures = 0;

  constructor(jobs: Jobs) {
    jobs.subscribe(testEvent('test.happened'), 'test-first', async ({ name }) => {
      if (this.failures > 0) {
        this.failures -= 1;
        throw new Error('not now');
      }
      this.heard.push(`first ${name}`);
    });
    jobs.subscribe(testEvent('test.happened'), 'test-second', async ({ name }) => {
      this.heard.push(`second ${name}`);
    });
  }
}

@Module({ providers: [Listeners] })
class ListenersModule {}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [ListenersModule] });
});
afterAll(() => app.close());

const heardOf = (name: string): string[] =>
  app
    .get(Listeners)
    .heard.filter((entry) => entry.endsWith(` ${name}`))
    .sort();
const publish = (name: string, afterSeconds = 0) =>
  app.dataSource.transaction((manager) =>
    app.get(Jobs).publish(manager, testEvent('test.happened'), { name }, { afterSeconds }),
  );

describe('an event', () => {
  it('reaches everybody who listens', async () => {
    await publish('approval');
    await until(() => heardOf('approval').length === 2);
    expect(heardOf('approval')).toEqual(['first approval', 'second approval']);
  });

  it('never happened when its transaction was rolled back', async () => {
    const change = app.dataSource.transaction(async (manager) => {
      await app.get(Jobs).publish(manager, testEvent('test.happened'), { name: 'rollback' });
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    await publish('afterwards');
    await until(() => heardOf('afterwards').length === 2);
    expect(heardOf('rollback')).toEqual([]);
  });

  it('is tried again when a listener failed, for that listener alone', async () => {
    app.get(Listeners).failures = 1;
    await publish('stumble');
    await until(() => heardOf('stumble').includes('second stumble'));
    await until(() => app.get(Listeners).failures === 0);
    await app.advance({ seconds: 60 });
    await until(() => heardOf('stumble').length === 2);
  });

  it('is handled without a pause after the one before', async () => {
    // A turn of the queue is a second, so with pauses these would outlast the patience of `until`.
    for (let n = 0; n < 20; n += 1) await publish('busy', 10);
    await app.advance({ seconds: 11 });
    await until(() => heardOf('busy').length === 40);
  });

  it('waits as long as it was told to', async () => {
    await publish('later', 10);
    await publish('now');
    await until(() => heardOf('now').length === 2);
    expect(heardOf('later')).toEqual([]);
    await app.advance({ seconds: 11 });
    await app.settle();
    expect(heardOf('later')).toHaveLength(2);
  });
});
