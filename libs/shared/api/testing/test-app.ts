import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { poolOf } from '../database/named-query';
import { createServer } from '../http/server';
import { Jobs } from '../jobs/jobs.service';
import type { Settings } from '../settings';
import { getTestApplication } from './application';
import { LivePage } from './live-page';
import { Mailbox } from './mailbox';
import { createTestDatabase } from './test-database';
import type { TestDatabase } from './test-database';
import { until } from './until';

/** Whoever can be signed in as: the cookie of a session. */
export interface SignedIn {
  readonly cookie: string;
}

export interface RequestOptions {
  readonly as?: SignedIn | null;
  /** Sent as JSON; a string and a form are sent as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestResponse<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface TestAppOptions {
  readonly now?: string;
  readonly settings?: Partial<Settings>;
  /** Put beside the application, to try what it does with a route of the test's own. */
  readonly modules?: readonly Type[];
}

/** The application and what a test puts beside it. */
class WithModules {}

class SettableClock extends Clock {
  constructor(private current: Date) {
    super();
  }

  override now(): Date {
    return this.current;
  }

  goTo(moment: Date): void {
    this.current = moment;
  }
}

/** The real application on a database of its own, over HTTP, sockets and mail. */
export class TestApp {
  private readonly pages: LivePage[] = [];

  constructor(
    readonly nest: NestFastifyApplication,
    readonly origin: string,
    readonly mail: Mailbox,
    private readonly clock: SettableClock,
    private readonly database: TestDatabase,
  ) {}

  get<Service>(token: Type<Service> | (abstract new (...args: never[]) => Service)): Service {
    return this.nest.get<Service>(token, { strict: false });
  }

  get dataSource(): DataSource {
    return this.get(DataSource);
  }

  now(): Date {
    return this.clock.now();
  }

  /** Sends one request; the answer is read as JSON where it is. The body is what the test says it is. */
  async request<Body = Record<string, never>>(
    method: string,
    path: string,
    { as, body, headers }: RequestOptions = {},
  ): Promise<TestResponse<Body>> {
    const isForm = body instanceof FormData;
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(as && { cookie: as.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  }

  /** Opens a page that listens; closed with the application. */
  async open({ as, headers = {} }: Pick<RequestOptions, 'as' | 'headers'> = {}): Promise<LivePage> {
    const page = await LivePage.open(this.origin, { ...(as && { cookie: as.cookie }), ...headers });
    this.pages.push(page);
    return page;
  }

  /** From here on it is this moment, for the clock alone: no job hears of it. */
  goTo(moment: Date): void {
    this.clock.goTo(moment);
  }

  /** Lets time pass, for the clock and for jobs that wait for their hour. */
  async advance({ seconds = 0, days = 0 }: { readonly seconds?: number; readonly days?: number }): Promise<void> {
    const total = seconds + days * 86_400;
    this.goTo(new Date(this.now().getTime() + total * 1000));
    await this.dataSource.query(
      `UPDATE pgboss.job SET start_after = start_after - make_interval(secs => $1)
       WHERE state IN ('created', 'retry') AND name NOT LIKE '\\_\\_%'`,
      [total],
    );
    this.get(Jobs).wake();
  }

  /** Waits until every job that is due is done. */
  async settle(): Promise<void> {
    await until(async () => {
      const rows: unknown = await this.dataSource.query(
        `SELECT 1 FROM pgboss.job WHERE name NOT LIKE '\\_\\_%'
         AND (state = 'active' OR state IN ('created', 'retry') AND start_after <= now()) LIMIT 1`,
      );
      return Array.isArray(rows) && rows.length === 0;
    });
  }

  /** The SQL that requests send while something happens; not that of the job queue, nor of what happened before. */
  async queriesDuring(work: () => Promise<unknown>): Promise<string[]> {
    await this.settle();
    const texts: string[] = [];
    const watched = new Map<PoolClient, unknown>();
    const watch = (client: PoolClient): void => {
      if (watched.has(client)) return;
      watched.set(client, client.query);
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      const noting = (...args: unknown[]): unknown => {
        const [first] = args;
        texts.push(typeof first === 'string' ? first : String((first as { readonly text?: string }).text));
        return query(...args);
      };
      Object.assign(client, { query: noting });
    };
    const pool = poolOf(this.dataSource);
    pool.on('acquire', watch);
    await work();
    pool.off('acquire', watch);
    watched.forEach((query, client) => Object.assign(client, { query }));
    return texts;
  }

  async close(): Promise<void> {
    this.pages.forEach((page) => page.close());
    await this.nest.close();
    await this.mail.close();
    await this.database.drop();
  }
}

/** Boots the real application on a fresh database; `now` is where its clock stands until it is moved. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { now = '2026-03-02T09:00:00Z', settings = {}, modules = [] } = options;
  const { matchingWorker, importingWorker, printingWorker, chromiumPath, load } = getTestApplication();
  const application = await load();
  const database = await createTestDatabase(application);
  const mail = await Mailbox.open();
  const clock = new SettableClock(new Date(now));
  const all: Settings = {
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://kernagenda.test',
    isDemo: false,
    smtpUrl: mail.url,
    mailFrom: 'Kernagenda <noreply@kernagenda.test>',
    mailIn: null,
    adminEmail: null,
    trustedProxies: 0,
    secretKey: 'a key for tests only, long enough',
    securityContact: null,
    matchingWorker,
    importingWorker,
    printingWorker,
    chromiumPath,
    embeddings: null,
    webDir: null,
    ...settings,
  };
  const imports = [application.module({ settings: all, clock }), ...modules];
  const nest = await start({ module: WithModules, imports }, all).catch(async (error: unknown) => {
    await mail.close();
    await database.drop();
    throw error;
  });
  const { port } = (nest.getHttpServer() as Server).address() as AddressInfo;
  return new TestApp(nest, `http://127.0.0.1:${port}`, mail, clock, database);
}

async function start(module: DynamicModule, settings: Settings): Promise<NestFastifyApplication> {
  const nest = await createServer(module, settings);
  try {
    await nest.listen(0, '127.0.0.1');
    // The clock of a test stands still, so nothing begins because the machine's goes on.
    await nest.get(DataSource).query('DELETE FROM pgboss.schedule');
    return nest;
  } catch (error) {
    await nest.close();
    throw error;
  }
}
