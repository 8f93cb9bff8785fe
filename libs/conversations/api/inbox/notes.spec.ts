import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { threadLimits } from '@kernagenda/conversations/domain';
import { ThreadCalls } from '../testing';

const secret = 'Familie woont op nummer 4.';

let app: TestApp;
let town: TestTown;
let calls: ThreadCalls;
let id: string;
let engineer: TestPerson;
let roads: string;

beforeAll(async () => {
  app = await createTestApp({ settings: { mailIn: { host: '127.0.0.1', port: 0, domain: 'antwoord.test' } } });
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
  id = (await calls.start(town.resident, town.tricht.id)).body.id;
  const { municipalityId } = town.tricht;
  roads = await app.dataSource.transaction((manager) =>
    app.get(VillagesRegistry).saveTeam(manager, { municipalityId, name: `Wegen ${id}`, startsAt: app.now() }),
  );
  engineer = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: roads }] });
});
afterAll(() => app.close());

const bodies = async (as: TestPerson): Promise<readonly string[]> =>
  (await calls.notes(as, id)).body.items.map(({ body }) => body);

describe('a note for colleagues', () => {
  it('is read by everyone of the municipality in the thread, and by the team that gets it', async () => {
    expect((await calls.note(town.broker, id, 'Eerst.')).status).toBe(201);
    await app.advance({ seconds: 60 });
    await calls.note(town.broker, id, secret);
    expect((await calls.notes(engineer, id)).status).toBe(404);
    await calls.handOver(town.broker, id, roads);
    expect(await bodies(engineer)).toEqual([secret, 'Eerst.']);
    expect((await calls.notes(engineer, id)).body.items[0]).toMatchObject({ author: 'Gebiedsmakelaar', isMine: false });
    await calls.note(engineer, id, 'Dank.');
    expect(await bodies(town.broker)).toContain('Dank.');
  });

  it('attack 06: never leaves: no message, list, count, mail, search or socket has it', async () => {
    await calls.mark(town.resident, id, 1);
    await app.advance({ seconds: 60 });
    await app.settle();
    const pages = await Promise.all(
      [town.resident, town.broker].map(async (as) => {
        const page = await app.open({ as });
        await page.join(`person:${as.id}`);
        return page;
      }),
    );
    await calls.note(town.broker, id, secret);
    await app.advance({ seconds: 60 });
    await app.settle();
    for (const page of pages) await page.join('public');
    expect(pages.map(({ heard }) => heard.length > 0)).toEqual([false, true]);
    expect(JSON.stringify(pages.map(({ heard }) => heard))).not.toContain('nummer 4');

    const read = await calls.read(town.resident, id);
    expect(read.body.items).toHaveLength(1);
    expect(read.body.thread).toMatchObject({ unread: 0, excerpt: 'Komt hij terug?' });
    for (const path of ['/threads', '/search?q=nummer', '/me/notifications', `/threads/${id}/messages`]) {
      for (const as of [town.resident, town.secretary, town.neighbour]) {
        const { body } = await app.request<unknown>('GET', `/api/v1${path}`, { as });
        expect(JSON.stringify(body)).not.toContain('nummer 4');
      }
    }
    expect(JSON.stringify((await calls.read(town.broker, id)).body)).not.toContain('nummer 4');
    expect(JSON.stringify(app.mail.received.map(({ text, mail }) => [text, mail.html]))).not.toContain('nummer 4');
    const logged: unknown = await app.dataSource.query('select * from audit_details');
    expect(JSON.stringify(logged)).not.toContain('nummer 4');
  });

  it('is not of who asked it, also when they moved and work for the team that has it', async () => {
    await app.dataSource.query('update person set home_village_id = null where id = $1', [town.resident.id]);
    await app.dataSource.query(
      `insert into role_assignment (person_id, role, scope_type, scope_id, starts_at) values ($1, 'official', 'team', $2, $3)`,
      [town.resident.id, roads, app.now()],
    );
    await calls.handOver(town.broker, id, roads);
    await calls.note(town.broker, id, secret);
    expect((await calls.notes(town.resident, id)).status).toBe(403);
    expect((await calls.note(town.resident, id, 'Mag ik ook?')).status).toBe(403);
    expect((await calls.read(town.resident, id)).body.thread.allowedActions).toEqual(['write', 'leave']);
  });

  it.each([
    ['nothing', '  '],
    ['too much', 'x'.repeat(threadLimits.note.max + 1)],
  ])('is refused when it says %s', async (_what, body) => {
    expect((await calls.note(town.broker, id, body)).status).toBe(400);
  });

  it('stands once when the same call arrives twice', async () => {
    const headers = { 'idempotency-key': `note-${id}` };
    const path = `/api/v1/threads/${id}/notes`;
    const post = () => app.request('POST', path, { as: town.broker, body: { body: 'Eén keer.' }, headers });
    expect((await Promise.all([post(), post(), post()])).map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await bodies(town.broker)).toEqual(['Eén keer.']);
  });
});
