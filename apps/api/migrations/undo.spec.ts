import { createTestApp } from '@kernagenda/shared/api/testing';
import { migrations } from './index';

/** Columns, constraints, indexes and views, as PostgreSQL knows them. */
const schemaQuery = `
  select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as it
    from information_schema.columns where table_schema = 'public'
  union all
  select conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace where n.nspname = 'public' and c.contype <> 'n'
  union all
  select indexdef from pg_indexes where schemaname = 'public'
  union all
  select viewname || ' ' || definition from pg_views where schemaname = 'public'
  order by 1`;

it('every migration can be taken back, which leaves what was there before it', async () => {
  const app = await createTestApp();
  const runner = app.dataSource.createQueryRunner();
  const schema = async (): Promise<readonly string[]> =>
    ((await runner.query(schemaQuery)) as readonly { readonly it: string }[]).map(({ it: one }) => one);
  const steps = migrations.map((Migration) => new Migration());
  const left: (readonly string[])[] = [];
  for (const step of [...steps].reverse()) {
    left.unshift(await schema());
    await step.down(runner);
  }
  for (const [at, step] of steps.entries()) {
    await step.up(runner);
    expect([step.constructor.name, await schema()]).toEqual([step.constructor.name, left[at]]);
  }
  await runner.release();
  await app.close();
});
