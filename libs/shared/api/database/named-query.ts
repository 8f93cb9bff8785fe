import { EntityManager } from 'typeorm';
import type { DataSource } from 'typeorm';
import type { ClientBase, Pool, QueryResultRow } from 'pg';

const texts = new Map<string, string>();

/**
 * Runs a prepared statement on TypeORM's own pool, or inside the transaction of a manager. For hot reads: the server
 * plans the text once per connection, so one name always carries the same text.
 * @throws Error for a name that another text has, on whichever connection that was
 */
export async function namedQuery<Row extends QueryResultRow>(
  source: DataSource | EntityManager,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const known = texts.get(name);
  if (known === undefined) texts.set(name, text);
  else if (known !== text) throw new Error(`Two statements are called "${name}".`);
  const { rows } = await (await clientOf(source)).query<Row>({ name, text, values: [...values] });
  return rows;
}

async function clientOf(source: DataSource | EntityManager): Promise<Pool | ClientBase> {
  if (source instanceof EntityManager) {
    const runner = source.queryRunner;
    return runner ? ((await runner.connect()) as ClientBase) : poolOf(source.connection);
  }
  return poolOf(source);
}

/** The pool TypeORM's driver keeps; it has no public type for it. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { readonly master: Pool }).master;
}
