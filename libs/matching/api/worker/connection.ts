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
    const { rows } = await (await this.open()).query(text, values);
    return rows as Rows;
  }

  /** All of it or nothing. */
  async transaction<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    await this.query('begin');
    const answer = await work();
    await this.query('commit');
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
