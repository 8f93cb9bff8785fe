import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { ThreadSummary } from '@kernagenda/conversations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { Jobs } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { ThreadCalls } from './testing/thread-calls';
import { messageSent } from './threads.events';

const told: string[] = [];

@Module({})
class Listening {
  constructor(jobs: Jobs) {
    jobs.subscribe(messageSent, 'test-message-sent', ({ messageId }) => {
      told.push(messageId);
      return Promise.resolve();
    });
  }
}

let app: TestApp;
let town: TestTown;
let calls: ThreadCalls;

beforeAll(async () => {
  app = await createTestApp({ modules: [Listening] });
  calls = new ThreadCalls(app);
  town = await aTown(app);
});
afterAll(() => app.close());

const started = async (): Promise<string> => {
  const resident = await aPerson(app, { homeVillageId: town.tricht.id });
  const { status, body } = await calls.start(resident, town.tricht.id);
  expect(status).toBe(201);
  return body.id;
};

/** So long passes that every message was told, and nothing works in the background. */
const allTold = async (): Promise<void> => {
  await app.advance({ seconds: threadLimits.toldAfterSeconds + 1 });
  await app.settle();
};

describe('a message to the municipality', () => {
  it('reaches the brokers of the own village, with who writes and for whom', async () => {
    const { status, body } = await calls.start(town.resident, town.tricht.id);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: 'De bus rijdt niet meer',
      subjectKind: 'direct',
      subjectId: town.tricht.id,
      participants: [
        { kind: 'person', name: 'Bewoner', hasLeft: false },
        { kind: 'brokers', name: town.tricht.name, hasLeft: false },
      ],
      excerpt: 'Komt hij terug?',
      unread: 0,
      allowedActions: ['write', 'leave'],
    });
    expect(await calls.inList(town.broker, body.id)).toMatchObject({ unread: 1, excerpt: 'Komt hij terug?' });
    expect((await calls.write(town.broker, body.id, 'Vanaf maandag.')).body).toMatchObject({
      number: 2,
      author: 'Gebiedsmakelaar',
      isMine: true,
      side: { kind: 'brokers', name: town.tricht.name },
    });
    const { items, thread } = (await calls.read(town.resident, body.id)).body;
    expect(items.map((message) => [message.number, message.body, message.isMine])).toEqual([
      [2, 'Vanaf maandag.', false],
      [1, 'Komt hij terug?', true],
    ]);
    expect(thread.unread).toBe(1);
  });

  it('has a title of one line and a text that can be seen', async () => {
    for (const input of [
      { title: '  De ' },
      { title: 'x'.repeat(121) },
      { body: ' \n ' },
      { body: 'x'.repeat(5001) },
    ]) {
      expect((await calls.start(town.resident, town.tricht.id, input)).status).toBe(400);
    }
    expect((await calls.start(town.neighbour, town.tricht.id, { title: 'De bus\nrijdt niet' })).body.title).toBe(
      'De bus rijdt niet',
    );
  });

  it('is sent once, however often the same call arrives', async () => {
    const resident = await aPerson(app, { homeVillageId: town.tricht.id });
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => calls.start(resident, town.tricht.id, {}, headers)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const id = answers[0]?.body.id ?? '';
    const reply = { 'idempotency-key': randomUUID() };
    await Promise.all([1, 2, 3].map(() => calls.write(town.broker, id, 'Vanaf maandag.', reply)));
    expect((await calls.read(resident, id)).body.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('is numbered one by one when many write at once', async () => {
    const id = await started();
    await Promise.all(Array.from({ length: 8 }, (_, index) => calls.write(town.broker, id, `Bericht ${index}`)));
    expect((await calls.read(town.broker, id)).body.items.map(({ number }) => number)).toEqual([
      9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
  });

  it('is slowed down when one person floods it', async () => {
    const flooder = await aPerson(app, { homeVillageId: town.tricht.id });
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await calls.start(flooder, town.tricht.id)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is a job in the transaction, for who tells it on once others had time to read it', async () => {
    const id = await started();
    const messageId = (await calls.read(town.broker, id)).body.items[0]?.id;
    await app.settle();
    expect(told).not.toContain(messageId);
    await allTold();
    expect(told).toContain(messageId);
    const before = told.length;
    await calls.write(town.neighbour, id);
    await allTold();
    expect(told).toHaveLength(before);
  });

  it('stands in the audit log as opened, joined and left, without a word of it', async () => {
    const { body } = await calls.start(town.neighbour, town.tricht.id);
    await calls.leave(town.neighbour, body.id);
    const entries: { action: string }[] = await app.dataSource.query(
      `select action, to_jsonb(e)::text || coalesce(d.details::text, '') as text from audit_entry e
       left join audit_details d on d.entry_id = e.id where object_id = $1 order by e.id`,
      [body.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['thread.open', 'thread.join', 'thread.join', 'thread.leave']);
    expect(JSON.stringify(entries)).not.toContain('bus');
    expect(JSON.stringify(entries)).not.toContain('terug');
  });
});

describe('the list of threads', () => {
  it('counts what others wrote and was not read, and never goes back', async () => {
    const id = await started();
    await calls.write(town.broker, id, 'Een');
    await calls.write(town.broker, id, 'Twee');
    const other = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId }] });
    const unread = async (as: TestPerson): Promise<number | undefined> => (await calls.inList(as, id))?.unread;
    const mark = (number: number) => calls.mark(other, id, number);
    expect([await unread(other), await unread(town.broker)]).toEqual([3, 1]);
    expect((await mark(2)).status).toBe(204);
    expect(await unread(other)).toBe(1);
    await mark(1);
    expect(await unread(other)).toBe(1);
    await mark(2_000_000_000);
    expect(await unread(other)).toBe(0);
    await calls.write(town.broker, id, 'Drie');
    expect(await unread(other)).toBe(1);
  });

  it('has the one with the newest message first, in pages that miss and repeat nothing', async () => {
    const [first, second, third] = [await started(), await started(), await started()];
    await app.advance({ seconds: 5 });
    await calls.write(town.broker, second);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = `?limit=2${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.request<Page<ThreadSummary>>('GET', `/api/v1/threads${query}`, { as: town.broker });
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(ids[0]).toBe(second);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([first, second, third]));
  });

  it('takes as many questions to the database at 50 rows as at 5', async () => {
    const reader = await aPerson(app);
    const counts: number[] = [];
    const grow = `
      with t as (insert into thread (title, subject_kind, created_at, last_number)
          select 'Gesprek ' || n, 'direct', now(), 1 from generate_series(1, $2::int) n returning id),
        p as (insert into thread_participant (thread_id, kind, person_id, joined_at)
          select id, 'person', $1, now() from t returning id, thread_id)
      insert into message (thread_id, number, participant_id, body, created_at)
        select thread_id, 1, id, 'Hallo', now() from p`;
    await allTold();
    for (const rows of [5, 45]) {
      await app.dataSource.query(grow, [reader.id, rows]);
      counts.push((await app.queriesDuring(() => calls.list(reader))).length);
    }
    expect(await calls.list(reader)).toHaveLength(50);
    expect(counts[0]).toBe(counts[1]);
  });
});

describe('the messages of a thread', () => {
  it('come newest first, in pages that miss and repeat nothing', async () => {
    const id = await started();
    for (let number = 2; number <= 5; number += 1) await calls.write(town.broker, id, `Bericht ${number}`);
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: Awaited<ReturnType<ThreadCalls['read']>> = await calls.read(
        town.broker,
        id,
        `?limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ number }) => number));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it('take as many questions to the database at 50 rows as at 5', async () => {
    const id = await started();
    const grow = `insert into message (thread_id, number, participant_id, body, created_at)
      select $1, n, (select id from thread_participant where thread_id = $1 limit 1), 'Hallo', now()
      from generate_series($2::int, $3::int) n`;
    const counts: number[] = [];
    await allTold();
    for (const [from, to] of [
      [2, 5],
      [6, 50],
    ]) {
      await app.dataSource.query(grow, [id, from, to]);
      await app.dataSource.query('update thread set last_number = $2 where id = $1', [id, to]);
      counts.push((await app.queriesDuring(() => calls.read(town.broker, id, '?limit=100'))).length);
    }
    expect((await calls.read(town.broker, id, '?limit=100')).body.items).toHaveLength(50);
    expect(counts[0]).toBe(counts[1]);
  });

  it('survive a cursor that somebody made up', async () => {
    const id = await started();
    for (const made of [1.5, 1e300, -1e300]) {
      const cursor = Buffer.from(JSON.stringify([made])).toString('base64url');
      expect((await calls.read(town.broker, id, `?cursor=${cursor}`)).status).toBe(200);
    }
  });
});

describe('who left', () => {
  it('reads what was there, nothing newer, and writes nothing', async () => {
    const { body } = await calls.start(town.resident, town.tricht.id);
    await calls.write(town.broker, body.id, 'Tot ziens.');
    await app.advance({ seconds: 60 });
    expect((await calls.leave(town.resident, body.id)).status).toBe(204);
    const before = await calls.inList(town.resident, body.id);
    await app.advance({ seconds: 60 });
    await calls.write(town.broker, body.id, 'Dit was voor een ander.');
    const { items, thread } = (await calls.read(town.resident, body.id)).body;
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
    expect(thread).toMatchObject({ hasLeft: true, allowedActions: [] });
    expect(await calls.inList(town.resident, body.id)).toEqual(before);
    expect((await calls.write(town.resident, body.id)).status).toBe(403);
    expect((await calls.leave(town.resident, body.id)).status).toBe(403);
    expect((await calls.read(town.broker, body.id)).body.thread.participants[0]?.hasLeft).toBe(true);
  });

  it('hears nothing more, on any open page', async () => {
    const { body } = await calls.start(town.resident, town.tricht.id);
    const [page, desk] = [await app.open({ as: town.resident }), await app.open({ as: town.broker })];
    await page.join(`person:${town.resident.id}`);
    await desk.join(`person:${town.broker.id}`);
    await calls.write(town.broker, body.id, 'Tot ziens.');
    expect(await page.hears('thread')).toEqual({ kind: 'thread', threadId: body.id });
    await calls.leave(town.resident, body.id);
    page.heard.length = 0;
    desk.heard.length = 0;
    await calls.write(town.broker, body.id, 'Nog iets.');
    await desk.hears('thread');
    expect(page.heard).toEqual([]);
  });
});
