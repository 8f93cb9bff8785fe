import { createTestApp, until } from '../testing';
import type { TestApp } from '../testing';
import { chainStart, chainedSelect, hashLink } from './audit-chain';
import type { ChainedEntry } from './audit-chain';
import { AuditLinker } from './audit-linker';
import { Audit } from './audit.service';
import type { AuditRecord } from './audit.service';
import { verifyAudit } from './audit-verify';
import type { AuditReport } from './audit-verify';

let app: TestApp;
const begin = async (): Promise<void> => {
  app = await createTestApp();
};
const end = (): Promise<void> => app.close();

const entry = (objectId: string, more: Partial<AuditRecord> = {}): AuditRecord => ({
  actorId: '00000000-0000-4000-8000-000000000001',
  action: 'submit',
  objectType: 'proposal',
  objectId,
  ...more,
});
const details = { before: 'Bankje', after: 'Bank' };

const record = (...entries: readonly AuditRecord[]) =>
  app.dataSource.transaction(async (manager) => {
    for (const each of entries) await app.get(Audit).record(manager, each);
  });
const link = () => app.get(AuditLinker).linkRecent();
const verify = (head: string | null = null) =>
  app.dataSource.transaction('REPEATABLE READ', (manager) => verifyAudit(manager, head));

const idsOf = async (): Promise<string[]> =>
  (await app.dataSource.query<{ readonly id: string }[]>('select id from audit_entry order by id')).map(({ id }) => id);

/** Six linked entries, of which the second and the fifth have details. */
async function aChain(): Promise<string[]> {
  await record(entry('one', { toState: 'draft' }), entry('two', { details }), entry('three', { fromState: 'draft' }));
  await record(entry('four'), entry('five', { details }), entry('six'));
  await link();
  return idsOf();
}

/** What is found after a superuser did this with all triggers off; undone again. */
async function verifyAfter(statements: readonly string[], head: string | null = null): Promise<AuditReport> {
  const runner = app.dataSource.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    await runner.query('set local session_replication_role = replica');
    for (const statement of statements) await runner.query(statement);
    return await verifyAudit(runner.manager, head);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const swap = (table: string, column: string, one: string, other: string): string[] => [
  `update ${table} set ${column} = -1 where ${column} = ${one}`,
  `update ${table} set ${column} = ${one} where ${column} = ${other}`,
  `update ${table} set ${column} = ${other} where ${column} = -1`,
];
/** One by one, from either end, so that no position is taken twice. */
const shift = (positions: readonly number[], by: number): string[] =>
  positions.map((position) => `update audit_chain set position = position + ${by} where position = ${position}`);

describe('an entry', () => {
  beforeEach(begin);
  afterEach(end);

  it.each([
    ['without details', {}],
    ['with details', { details }],
  ])('%s costs its transaction one statement', async (_, more) => {
    await record(entry('connects first'));
    const texts = await app.queriesDuring(() => record(entry('one', more)));
    expect(texts).toEqual(['START TRANSACTION', expect.stringContaining('insert into audit_entry'), 'COMMIT']);
  });

  it('keeps details apart, and of them a hash that says nothing without the salt', async () => {
    await record(entry('one', { details }), entry('two', { details }), entry('three'));
    const rows = await app.dataSource.query<{ hash: string | null; details: object | null }[]>(
      `select e.details_hash as hash, d.details from audit_entry e left join audit_details d on d.entry_id = e.id
       order by e.id`,
    );
    expect(rows.map((row) => row.details)).toEqual([details, details, null]);
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[1]?.hash).not.toBe(rows[0]?.hash);
    expect(rows[2]?.hash).toBeNull();
  });

  it('is not there after a rollback, nor are its details', async () => {
    const change = app.dataSource.transaction(async (manager) => {
      await app.get(Audit).record(manager, entry('one', { details }));
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(
      await app.dataSource.query('select entry_id as id from audit_details union select id from audit_entry'),
    ).toEqual([]);
  });
});

describe('attack 34: the audit log', () => {
  let ids: string[];
  beforeAll(async () => {
    await begin();
    ids = await aChain();
  });
  afterAll(end);

  it('is sound as it was written', async () => {
    expect(await verify()).toEqual({
      soundCount: 6,
      erasedCount: 0,
      head: { position: 6, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      foundAt: null,
      fault: null,
      unlinked: { count: 0, oldestAt: null },
    });
  });

  it.each([
    `update audit_entry set action = 'approve'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    `update audit_details set details = '{}'`,
    'truncate audit_details',
    `update audit_chain set hash = 'x'`,
    'delete from audit_chain',
    'truncate audit_chain',
  ])('takes no change: %s', async (statement) => {
    await expect(app.dataSource.query(statement)).rejects.toThrow('never changed');
  });

  it.each([
    `at = at + interval '1 microsecond'`,
    'actor_id = gen_random_uuid()',
    'actor_id = null',
    `action = 'approve'`,
    `object_type = 'person'`,
    `object_id = 'other'`,
    `from_state = ''`,
    `to_state = 'approved'`,
    `details_hash = null`,
  ])('shows an edit: %s', async (edit) => {
    const report = await verifyAfter([`update audit_entry set ${edit} where id = ${ids[1]}`]);
    expect(report.fault).toEqual({ kind: 'edited', position: 2, entryId: ids[1] });
    expect(report.soundCount).toBe(1);
  });

  it.each([
    [
      'edited',
      (id: string) => `update audit_details set details = '{"before":"Bankje","after":"Brug"}' where entry_id = ${id}`,
    ],
    [
      'written in another way',
      (id: string) => `update audit_details set details = details::jsonb where entry_id = ${id}`,
    ],
    ['salted anew', (id: string) => `update audit_details set salt = 'x' where entry_id = ${id}`],
  ])('shows details that were %s', async (_, edit) => {
    expect((await verifyAfter([edit(ids[1] ?? '')])).fault).toEqual({ kind: 'edited', position: 2, entryId: ids[1] });
  });

  it('shows details that were put beside an entry without', async () => {
    const report = await verifyAfter([`insert into audit_details values (${ids[3]}, 'salt', '{}')`]);
    expect(report.fault).toEqual({ kind: 'edited', position: 4, entryId: ids[3] });
  });

  it('shows a missing entry', async () => {
    const { fault } = await verifyAfter([`delete from audit_entry where id = ${ids[2]}`]);
    expect(fault).toEqual({ kind: 'missing', position: 3, entryId: ids[2] });
  });

  it('shows a missing link, in the middle and at the start', async () => {
    const without = (position: number) => verifyAfter([`delete from audit_chain where position = ${position}`]);
    expect((await without(3)).fault).toEqual({ kind: 'missing', position: 3, entryId: null });
    expect((await without(1)).fault).toEqual({ kind: 'missing', position: 1, entryId: null });
  });

  it('shows a middle that was taken out, also when the gap is closed', async () => {
    const { fault } = await verifyAfter([
      'delete from audit_chain where position in (3, 4)',
      `delete from audit_entry where id in (${ids[2]}, ${ids[3]})`,
      ...shift([5, 6], -2),
    ]);
    expect(fault).toEqual({ kind: 'missing', position: 3, entryId: null });
  });

  it('shows entries that changed places, whichever way', async () => {
    const [, two = '', , four = ''] = ids;
    const places = await verifyAfter(swap('audit_chain', 'position', '2', '4'));
    expect(places.fault).toEqual({ kind: 'reordered', position: 2, entryId: four });
    const names = await verifyAfter(swap('audit_chain', 'entry_id', two, four));
    expect(names.fault).toEqual({ kind: 'reordered', position: 2, entryId: four });
    const contents = await verifyAfter([
      'alter table audit_entry alter column id drop identity',
      ...swap('audit_entry', 'id', two, four),
    ]);
    expect(contents.fault).toEqual({ kind: 'edited', position: 2, entryId: two });
  });

  it('shows an entry that was put in later, with a hash made up or made well', async () => {
    const [third] = await app.dataSource.query<{ readonly previous_hash: string }[]>(
      'select previous_hash from audit_chain where position = 3',
    );
    const before = third?.previous_hash ?? '';
    const insert = `insert into audit_entry (id, at, action, object_type, object_id) overriding system value
      values (999, now(), 'approve', 'proposal', 'forged')`;
    const at = '2026-03-02T09:00:00Z';
    const forged: ChainedEntry = {
      ...{ id: '999', at: `${Date.parse(at) / 1000}.000000`, actor_id: null, action: 'approve', details_hash: null },
      ...{ object_type: 'proposal', object_id: 'forged', from_state: null, to_state: null },
    };
    const putIn = (hash: string) =>
      verifyAfter([
        insert.replace('now()', `'${at}'`),
        ...shift([6, 5, 4, 3], 1),
        `insert into audit_chain values (3, 999, '${before}', '${hash}')`,
      ]);
    expect((await putIn('made up')).fault).toEqual({ kind: 'extra', position: 3, entryId: '999' });
    expect((await putIn(hashLink(before, 3, forged))).fault).toEqual({ kind: 'extra', position: 3, entryId: '999' });
  });
});

describe('attack 34: the audit log, as it goes on,', () => {
  beforeEach(begin);
  afterEach(end);

  it('stays sound when details are erased, and counts them', async () => {
    const ids = await aChain();
    await app.dataSource.query('delete from audit_details where entry_id = $1', [ids[1]]);
    expect(await verify()).toMatchObject({ soundCount: 6, erasedCount: 1, fault: null });
  });

  it('cannot itself show an end that was cut off or a chain made anew, but a head kept elsewhere can', async () => {
    const ids = await aChain();
    const kept = (await verify()).head?.hash ?? '';
    await record(entry('seven'));
    await link();
    expect(await verify(kept)).toMatchObject({ foundAt: 6, fault: null, soundCount: 7 });

    const cut = ['delete from audit_chain where position > 5', `delete from audit_entry where id >= ${ids[5]}`];
    expect(await verifyAfter(cut, kept)).toMatchObject({ foundAt: null, fault: null, soundCount: 5 });

    const edit = `update audit_entry set action = 'approve' where id = ${ids[0]}`;
    const entries = await app.dataSource.query<ChainedEntry[]>(
      `select ${chainedSelect} from audit_entry e order by e.id`,
    );
    let previous = chainStart;
    const anew = entries.map((each, index) => {
      const hash = hashLink(previous, index + 1, index === 0 ? { ...each, action: 'approve' } : each);
      const statement = `update audit_chain set hash = '${hash}', previous_hash = '${previous}' where position = ${index + 1}`;
      previous = hash;
      return statement;
    });
    expect(await verifyAfter([edit, ...anew], kept)).toMatchObject({ foundAt: null, fault: null, soundCount: 7 });
  });
});

describe('the linker', () => {
  beforeEach(begin);
  afterEach(end);

  it('leaves what it has not seen to the next run, and verify says how old that is', async () => {
    await record(entry('one'));
    await app.advance({ seconds: 40 });
    await record(entry('two'));
    const oldestAt = new Date(app.now().getTime() - 40_000);
    expect(await verify()).toMatchObject({ soundCount: 0, head: null, unlinked: { count: 2, oldestAt } });
    await link();
    expect(await verify()).toMatchObject({ soundCount: 2, unlinked: { count: 0, oldestAt: null } });
  });

  it('skips no entry of a transaction that began first and committed last', async () => {
    const long = app.dataSource.createQueryRunner();
    await long.startTransaction();
    await app.get(Audit).record(long.manager, entry('early'));
    await record(entry('late'));
    await link();
    expect(await verify()).toMatchObject({ soundCount: 1, unlinked: { count: 0 } });
    await long.commitTransaction();
    await long.release();
    expect(await verify()).toMatchObject({ soundCount: 1, unlinked: { count: 1 } });
    await link();
    expect(await verify()).toMatchObject({ soundCount: 2, fault: null, unlinked: { count: 0 } });
    const rows = await app.dataSource.query<object[]>(
      'select c.position, e.object_id from audit_chain c join audit_entry e on e.id = c.entry_id order by c.position',
    );
    expect(rows).toEqual([
      { position: '1', object_id: 'late' },
      { position: '2', object_id: 'early' },
    ]);
  });

  it('links all that ten writers wrote while it ran, once, also beside a second one', async () => {
    const writer = async (writerNumber: number): Promise<void> => {
      for (let n = 0; n < 20; n += 1) await record(entry(`${writerNumber}-${n}`, n % 2 === 0 ? { details } : {}));
    };
    let isWriting = true;
    const linking = async (): Promise<void> => {
      while (isWriting) await link();
    };
    const linkers = [linking(), linking()];
    await Promise.all(Array.from({ length: 10 }, (_, n) => writer(n)));
    isWriting = false;
    await Promise.all(linkers);
    await link();
    expect(await verify()).toMatchObject({ soundCount: 200, fault: null, unlinked: { count: 0 } });
  });

  it('finds at night what committed very late', async () => {
    const long = app.dataSource.createQueryRunner();
    await long.startTransaction();
    await app.get(Audit).record(long.manager, entry('early'));
    await app.dataSource.query(
      `insert into audit_entry (at, action, object_type, object_id)
       select now(), 'import', 'proposal', n from generate_series(1, 10001) n`,
    );
    await link();
    await long.commitTransaction();
    await long.release();
    await link();
    expect(await verify()).toMatchObject({ soundCount: 10_001, unlinked: { count: 1 } });
    await app.dataSource.query(`insert into pgboss.job (name) values ('audit-link-all')`);
    await app.advance({});
    await app.settle();
    expect(await verify()).toMatchObject({ soundCount: 10_002, fault: null, unlinked: { count: 0 } });
  });

  it('links more than one batch', async () => {
    await app.dataSource.query(
      `insert into audit_entry (at, action, object_type, object_id)
       select now(), 'import', 'proposal', n from generate_series(1, 2500) n`,
    );
    await link();
    expect(await verify()).toMatchObject({ soundCount: 2500, fault: null, unlinked: { count: 0 } });
  });

  it('leaves nothing half done when it is killed, and goes on in the next run', async () => {
    await aChain();
    await record(entry('seven'), entry('eight'));
    const blocker = app.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('lock table audit_chain in share mode');
    const killed = expect(link()).rejects.toThrow('terminat');
    await until(async () => {
      const rows = await app.dataSource.query<object[]>(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into audit_chain%'`,
      );
      return rows.length > 0;
    });
    await killed;
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(await verify()).toMatchObject({ soundCount: 6, unlinked: { count: 2 } });
    await link();
    expect(await verify()).toMatchObject({ soundCount: 8, fault: null, unlinked: { count: 0 } });
  });

  it('is a job, which may come twice', async () => {
    await record(entry('one'), entry('two'));
    await app.dataSource.query(`insert into pgboss.job (name) values ('audit-link'), ('audit-link')`);
    await app.advance({});
    await app.settle();
    expect(await verify()).toMatchObject({ soundCount: 2, fault: null, unlinked: { count: 0 } });
  });
});
