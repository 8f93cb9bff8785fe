import { Client } from 'pg';
import type { Asking } from '../suggestions';

/** One connection of the worker, made when it is first needed and again after it was lost. */
export class Connection implements Asking {
  private opened: Promise<Client> | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly prepare: (client: Client) => Promise<unknown> = async () => undefined,
  ) {}

  async query<Rows>(text: string, values: unknown[] = []): Promise<Rows> {
    return ask<Rows>(await this.open(), text, values);
  }

  /** All of it or nothing: what it asks goes over one connection, and fails when that is lost. */
  async transaction<Answer>(work: (db: Asking) => Promise<Answer>): Promise<Answer> {
    const client = await this.open();
    await client.query('begin');
    const answer = await work({ query: (text, values = []) => ask(client, text, values) });
    await client.query('commit');
    return answer;
  }

  /** What is not committed is undone, and locks are given back. */
  async close(): Promise<void> {
    const client = await this.opened?.catch(() => null);
    this.opened = null;
    await client?.end().catch(() => undefined);
  }

  private open(): Promise<Client> {
    this.opened ??= this.connect().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'kernagenda-matching',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lose = (): void => void (this.opened = null);
    client.on('error', lose).on('end', lose);
    await client.connect();
    await this.prepare(client);
    return client;
  }
}

async function ask<Rows>(client: Client, text: string, values: unknown[]): Promise<Rows> {
  const { rows } = await client.query(text, values);
  return rows as Rows;
}
