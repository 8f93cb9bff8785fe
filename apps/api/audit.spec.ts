import { randomUUID } from 'node:crypto';
import type { AuditEntryView, Page, ProblemBody } from '@kernagenda/shared/domain';
import { Audit, Settings } from '@kernagenda/shared/api';
import type { AuditRecord } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { Role } from '@kernagenda/identity/domain';
import { auditVerify } from './audit-verify';
import { AuditChain1760000000700 } from './migrations/0700-audit-chain';

let app: TestApp;
let admin: TestPerson;

const withRole = (role: Role) => aPerson(app, { roles: [{ role, scopeType: 'municipality', scopeId: randomUUID() }] });
const record = (...entries: readonly AuditRecord[]) =>
  app.dataSource.transaction(async (manager) => {
    for (const entry of entries) await app.get(Audit).record(manager, entry);
  });
const entry = (objectId: string, more: Partial<AuditRecord> = {}): AuditRecord => ({
  actorId: null,
  action: 'submit',
  objectType: 'thing',
  objectId,
  ...more,
});
const reason = 'Vraag van een inwoner, zaak 12';
const read = (query: Readonly<Record<string, string>>, as: TestPerson | null = admin) =>
  app.request<Page<AuditEntryView> & ProblemBody>('GET', `/api/v1/audit?${new URLSearchParams(query)}`, { as });

beforeAll(async () => {
  app = await createTestApp();
  admin = await withRole('admin');
});
afterAll(() => app.close());

describe('the audit log', () => {
  it('is read newest first, with what stands in an entry', async () => {
    const id = randomUUID();
    const before = entry(id, { fromState: 'draft', toState: 'submitted' });
    await record(
      before,
      entry(id, { actorId: admin.id, action: 'edit', details: { before: 'Bankje', after: 'Bank' } }),
    );
    const { status, body } = await read({ reason, objectType: 'thing', objectId: id });
    expect(status).toBe(200);
    const common = { at: app.now().toISOString(), objectType: 'thing', objectId: id, position: null };
    expect(body).toEqual({
      nextCursor: null,
      items: [
        {
          ...{ ...common, id: expect.any(String), actorId: admin.id, action: 'edit', from: null, to: null },
          ...{ details: { before: 'Bankje', after: 'Bank' }, areDetailsErased: false },
        },
        {
          ...{ ...common, id: expect.any(String), actorId: null, action: 'submit', from: 'draft', to: 'submitted' },
          ...{ details: null, areDetailsErased: false },
        },
      ],
    });
  });

  it('says of details that they were erased', async () => {
    const id = randomUUID();
    await record(entry(id, { details: { before: 'Bankje' } }));
    await app.dataSource.query(
      'delete from audit_details d using audit_entry e where e.id = d.entry_id and e.object_id = $1',
      [id],
    );
    const { body } = await read({ reason, objectType: 'thing', objectId: id });
    expect(body.items).toMatchObject([{ details: null, areDetailsErased: true }]);
  });

  it('is read by object, actor and action', async () => {
    const [actorId, one, other] = [randomUUID(), randomUUID(), randomUUID()];
    await record(
      entry(one, { actorId }),
      entry(other, { actorId }),
      entry(one, { actorId, action: 'edit' }),
      entry(one),
    );
    const found = async (query: Readonly<Record<string, string>>): Promise<string[]> =>
      (await read({ reason, ...query })).body.items.map(({ objectId, action }) => `${action} ${objectId}`);
    expect(await found({ actorId })).toEqual([`edit ${one}`, `submit ${other}`, `submit ${one}`]);
    expect(await found({ actorId, action: 'submit' })).toEqual([`submit ${other}`, `submit ${one}`]);
    expect(await found({ objectType: 'thing', objectId: one })).toHaveLength(3);
    expect(await found({ objectType: 'person', objectId: one })).toEqual([]);
  });

  it('is read page by page', async () => {
    const id = randomUUID();
    await record(...['a', 'b', 'c', 'd', 'e'].map((action) => entry(id, { action })));
    const query = { reason, objectType: 'thing', objectId: id, limit: '2' };
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: Awaited<ReturnType<typeof read>> = await read({ ...query, ...(cursor && { cursor }) });
      seen.push(...body.items.map(({ action }) => action));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('takes the same number of queries for 5 and for 50 entries', async () => {
    const [five, fifty] = [randomUUID(), randomUUID()];
    await record(...Array.from({ length: 5 }, () => entry(five, { details: { n: 1 } })));
    await record(...Array.from({ length: 50 }, () => entry(fifty, { details: { n: 1 } })));
    const queries = (objectId: string) => app.queriesDuring(() => read({ reason, objectType: 'thing', objectId }));
    await queries(five);
    expect((await queries(fifty)).length).toBe((await queries(five)).length);
  });
});

describe('attack 34: reading the audit log', () => {
  it('leaves an entry with who, what and why, findable by whom it was about', async () => {
    const subject = randomUUID();
    await read({ reason, objectType: 'person', objectId: subject });
    const { body } = await read({
      reason: 'Wie keek hiernaar?',
      action: 'audit.read',
      objectId: subject,
      objectType: 'audit',
    });
    expect(body.items).toMatchObject([
      { actorId: admin.id, action: 'audit.read', details: { reason, objectType: 'person', objectId: subject } },
    ]);
  });

  it('is recorded for every page and also when nothing is found', async () => {
    const count = async (): Promise<number> => {
      const [row] = await app.dataSource.query<{ readonly count: number }[]>(
        `select count(*)::int as count from audit_entry where action = 'audit.read'`,
      );
      return row?.count ?? 0;
    };
    const before = await count();
    await read({ reason, limit: '1' });
    await read({ reason, objectType: 'thing', objectId: randomUUID() });
    expect(await count()).toBe(before + 2);
  });

  it.each([
    ['no reason', {}, 'reason'],
    ['a reason of spaces', { reason: ' '.repeat(20) }, 'reason'],
    ['a reason that is too long', { reason: 'x'.repeat(301) }, 'reason'],
    ['an object without its kind', { reason, objectId: 'x' }, 'objectType'],
    ['an actor that is none', { reason, actorId: 'x' }, 'actorId'],
  ])('is refused with %s', async (_, query, pointer) => {
    const { status, body } = await read(query);
    expect([status, body.code]).toEqual([400, 'invalid_input']);
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it.each(['broker', 'official', 'alderman'] as const)('is refused to the role %s', async (role) => {
    const { status, body } = await read({ reason }, await withRole(role));
    expect([status, body.code]).toEqual([403, 'not_allowed']);
  });
});

describe('audit:verify', () => {
  const verify = async (...args: readonly string[]) => {
    const lines: string[] = [];
    const isSound = await auditVerify(app.get(Settings).databaseUrl, args, (line) => lines.push(line));
    return { isSound, text: lines.join('\n') };
  };
  const linkAll = async (): Promise<void> => {
    await app.dataSource.query(`insert into pgboss.job (name) values ('audit-link-all')`);
    await app.advance({});
    await app.settle();
  };

  it('tells how many entries are sound, and a head that it finds again', async () => {
    await linkAll();
    const first = await verify();
    expect(first).toMatchObject({ isSound: true, text: expect.stringMatching(/^\d+ entries are sound/) });
    const head = /hash ([0-9a-f]{64})/.exec(first.text)?.[1] ?? '';
    await record(entry(randomUUID()));
    expect((await verify()).text).toMatch(/1 entries are not linked yet, the oldest written \d+ seconds ago/);
    expect(await verify('--head', head)).toMatchObject({
      isSound: true,
      text: expect.stringContaining('The head you kept is part of it, at position'),
    });
    expect(await verify('--head', 'a'.repeat(64))).toMatchObject({
      isSound: false,
      text: expect.stringMatching(/^NOT SOUND: the head you kept is no part of it/),
    });
  });

  it('tells which entry was edited', async () => {
    await record(entry('edited later'));
    await linkAll();
    const edit = (from: string, to: string) =>
      app.dataSource.transaction(async (manager) => {
        await manager.query('set local session_replication_role = replica');
        await manager.query('update audit_entry set object_id = $2 where object_id = $1', [from, to]);
      });
    await edit('edited later', 'edited');
    expect(await verify()).toMatchObject({
      isSound: false,
      text: expect.stringMatching(/^NOT SOUND: entry \d+ at position \d+ was edited\./),
    });
    await edit('edited', 'edited later');
    expect((await verify()).isSound).toBe(true);
  });

  it.each([[['--head']], [['--head', 'x']], [['--hed', 'a'.repeat(64)]]])('explains itself at %j', async (args) => {
    await expect(verify(...args)).rejects.toThrow('Use audit:verify');
  });

  it('finds sound what was written before there was a chain', async () => {
    const migration = new AuditChain1760000000700();
    const runner = app.dataSource.createQueryRunner();
    await migration.down(runner);
    const old = { changed: ['displayName'] };
    await runner.query(
      `insert into audit_entry (at, action, object_type, object_id, details) values (now(), 'edit', 'thing', 'old', $1)`,
      [old],
    );
    await migration.up(runner);
    await runner.release();
    const { body } = await read({ reason, objectType: 'thing', objectId: 'old' });
    expect(body.items).toMatchObject([{ details: old, position: null }]);
    await linkAll();
    expect(await verify()).toMatchObject({ isSound: true, text: expect.not.stringContaining('not linked') });
  });
});
