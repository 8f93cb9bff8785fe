import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { Settings } from '../settings';

/** Something that happened, by name, with the type of what it tells. */
export interface EventType<Data extends object> {
  readonly name: string;
  /** Only for the compiler. */
  readonly data?: Data;
}

/** Names the events of a context from their interface, as `ProposalEvents`: the context exports the answer. */
export const defineEvents =
  <Events extends object>() =>
  <Name extends keyof Events & string>(name: Name): EventType<Events[Name] & object> => ({ name });

export interface PublishOptions {
  /** Handle it no sooner than so many seconds from now. */
  readonly afterSeconds?: number;
}

type Handler = (data: unknown) => Promise<void>;

/** Tried again after seconds, then minutes, then every hour, for most of a day: a mail server may be away so long. */
const queueOptions = {
  notify: true,
  retryLimit: 24,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
} as const;

const sliceSize = 500;

/** A notification wakes a worker for new work; the interval is for work that waited for its hour. */
const workOptions = {
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const;

/**
 * What happens upstream causes work downstream: an event is one job per listening queue, written in the transaction of
 * the change and handled at least once, so a handler must be able to run twice.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;
  private readonly handlers = new Map<string, Handler>();
  private readonly queuesOfEvent = new Map<string, string[]>();
  private readonly schedules: (readonly [queue: string, cron: string])[] = [];
  private readonly workerIds: string[] = [];

  constructor(settings: Settings) {
    this.boss = bossOf(settings.databaseUrl, true);
    this.boss.on('error', (error) => this.logger.error(String(error)));
  }

  /** Listens to an event under a queue of its own; call it in a constructor or `onModuleInit`. */
  subscribe<Data extends object>(event: EventType<Data>, queue: string, handler: (data: Data) => Promise<void>): void {
    this.addHandler(queue, (data) => handler(data as Data));
    this.queuesOfEvent.set(event.name, [...(this.queuesOfEvent.get(event.name) ?? []), queue]);
  }

  /** Does something every night; call it in a constructor or `onModuleInit`. */
  daily(queue: string, handler: () => Promise<void>): void {
    this.addHandler(queue, handler);
    this.schedules.push([queue, '17 3 * * *']);
  }

  /** Does something every minute, in one of the processes; call it in a constructor or `onModuleInit`. */
  everyMinute(queue: string, handler: () => Promise<void>): void {
    this.addHandler(queue, handler);
    this.schedules.push([queue, '* * * * *']);
  }

  /** Tells everybody who listens, in the transaction of the change: a rollback leaves no job. */
  async publish<Data extends object>(
    manager: EntityManager,
    event: EventType<Data>,
    data: Data,
    { afterSeconds = 0 }: PublishOptions = {},
  ): Promise<void> {
    for (const queue of this.queuesOfEvent.get(event.name) ?? []) {
      await this.boss.send(queue, data, { startAfter: afterSeconds, db: within(manager) });
    }
  }

  /** As `publish`, for many events of one type at once: a statement per slice, a job per event. */
  async publishEach<Data extends object>(
    manager: EntityManager,
    event: EventType<Data>,
    all: readonly Data[],
  ): Promise<void> {
    for (const queue of this.queuesOfEvent.get(event.name) ?? []) {
      for (let first = 0; first < all.length; first += sliceSize) {
        const jobs = all.slice(first, first + sliceSize).map((data) => ({ data }));
        await this.boss.insert(queue, jobs, { db: within(manager) });
      }
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const [queue, handler] of this.handlers) {
      await this.boss.createQueue(queue, queueOptions);
      const workerId = await this.boss.work(queue, workOptions, async (jobs) => {
        // More may wait that nothing will wake it for: it looks again at once, until there is none.
        this.boss.notifyWorker(workerId);
        for (const { data } of jobs) await handler(data);
      });
      this.workerIds.push(workerId);
    }
    for (const [queue, cron] of this.schedules) {
      await this.boss.schedule(queue, cron, null, { tz: 'Europe/Amsterdam' });
    }
  }

  /** Looks for work now instead of at the next turn. */
  wake(): void {
    this.workerIds.forEach((id) => this.boss.notifyWorker(id));
  }

  /** After the last request and before the connections close: both still write jobs. */
  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }

  private addHandler(queue: string, handler: Handler): void {
    if (this.handlers.has(queue)) throw new Error(`Two handlers for the queue ${queue}`);
    this.handlers.set(queue, handler);
  }
}

function within(manager: EntityManager): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
} {
  return { executeSql: async (text, values) => ({ rows: (await manager.query(text, values)) as unknown[] }) };
}

function bossOf(databaseUrl: string, isWorking: boolean): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    application_name: 'kernagenda-jobs',
    max: 4,
    useListenNotify: isWorking,
    supervise: isWorking,
    schedule: isWorking,
  });
}

/** Creates or updates the tables of the job queue; part of every migration. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const boss = bossOf(databaseUrl, false);
  await boss.start();
  await boss.stop({ graceful: false });
}
