import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { Role, ScopedRole } from '@kernagenda/identity/domain';
import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { ThreadCalls } from './testing/thread-calls';

const none = '00000000-0000-4000-8000-000000000000';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;
let elsewhere: TestVillage;
let team: string;
let member: TestPerson;
let colleague: TestPerson;
let alderman: TestPerson;
let admin: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
  town = await aTown(app);
  elsewhere = await aVillage(app, { name: 'Spijk' });
  const { municipalityId } = town.tricht;
  const inTown = (role: Role): ScopedRole => ({ role, scopeType: 'municipality', scopeId: municipalityId });
  team = await app.dataSource.transaction((manager) =>
    app.get(VillagesRegistry).saveTeam(manager, { municipalityId, name: 'Wegen', startsAt: app.now() }),
  );
  member = await aPerson(app, { roles: [{ role: 'group_member', scopeType: 'village', scopeId: town.tricht.id }] });
  colleague = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: team }] });
  alderman = await aPerson(app, { roles: [inTown('alderman')] });
  admin = await aPerson(app, { roles: [inTown('admin')] });
});
afterAll(() => app.close());

const started = async (): Promise<string> => {
  const resident = await aPerson(app, { homeVillageId: town.tricht.id });
  const { status, body } = await calls.start(resident, town.tricht.id);
  expect(status).toBe(201);
  return body.id;
};

describe('attacks on threads', () => {
  const actors = () =>
    [
      ['participant', town.resident, 200, 201, 204],
      ['neighbour', town.neighbour, 404, 404, 404],
      ['broker', town.broker, 200, 201, 403],
      ['broker of another area', town.otherBroker, 404, 404, 404],
      ['secretary', town.secretary, 200, 201, 403],
      ['member', member, 200, 403, 403],
      ['team', colleague, 200, 201, 403],
      ['official', town.official, 404, 404, 404],
      ['alderman', alderman, 404, 404, 404],
      ['admin', admin, 404, 404, 404],
      ['visitor', null, 401, 401, 401],
    ] as const;

  const inAll = (): Promise<string> =>
    calls.open(
      town.resident,
      { kind: 'person', personId: town.resident.id },
      { kind: 'group', villageId: town.tricht.id },
      { kind: 'brokers', villageId: town.tricht.id },
      { kind: 'team', teamId: team },
    );

  it('attack 04: every route does for each part what that part may, and nothing for the rest', async () => {
    for (const [name, as, reads, writes, leaves] of actors()) {
      const id = await inAll();
      const mark = await calls.mark(as, id, 1);
      const found = [
        (await calls.read(as, id)).status,
        (await calls.write(as, id)).status,
        mark.status,
        (await calls.leave(as, id)).status,
      ];
      expect([name, ...found]).toEqual([name, reads, writes, reads === 200 ? 204 : reads, leaves]);
      const kinds = reads === 200 ? ['write', 'leave'].filter((_, at) => [writes < 400, leaves < 400][at]) : null;
      if (kinds && name !== 'participant') expect((await calls.read(as, id)).body.thread.allowedActions).toEqual(kinds);
    }
  });

  it('attack 04: a thread of a village without a broker of its own is for any broker, never for one who lives there', async () => {
    const resident = await aPerson(app, { homeVillageId: elsewhere.id });
    const { body } = await calls.start(resident, elsewhere.id);
    const scope = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    const atHome = await aPerson(app, { homeVillageId: elsewhere.id, roles: [scope] });
    for (const as of [town.broker, town.otherBroker]) expect((await calls.read(as, body.id)).status).toBe(200);
    expect((await calls.read(atHome, body.id)).status).toBe(404);
    const own = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'area', scopeId: elsewhere.areaId }] });
    expect((await calls.read(own, body.id)).status).toBe(200);
    for (const as of [town.broker, town.otherBroker]) expect((await calls.read(as, body.id)).status).toBe(404);
    expect((await calls.write(town.broker, body.id)).status).toBe(404);
  });

  it('attack 04: opening one is for residents, about the village where they live', async () => {
    for (const as of [town.official, town.broker, alderman, admin])
      expect((await calls.start(as, town.tricht.id)).status).toBe(403);
    expect((await calls.start(town.resident, elsewhere.id)).status).toBe(403);
    expect((await calls.start(town.resident, none)).status).toBe(403);
    expect((await calls.start(null, town.tricht.id)).status).toBe(401);
    const official = { role: 'official', scopeType: 'team', scopeId: team } as const;
    expect(
      (await calls.start(await aPerson(app, { homeVillageId: town.tricht.id, roles: [official] }), town.tricht.id))
        .status,
    ).toBe(403);
  });

  it('attack 04: a thread that does not exist answers as one that is not yours', async () => {
    for (const id of [none, 'geen-nummer']) {
      expect((await calls.read(town.resident, id)).status).toBe(404);
      expect((await calls.write(town.resident, id)).status).toBe(404);
    }
  });

  it('attack 06: no list, page or socket tells of a thread to who takes no part', async () => {
    const id = await inAll();
    const strangers = [town.neighbour, town.otherBroker, town.official, alderman, admin];
    const pages = await Promise.all(
      strangers.map(async (as) => {
        const page = await app.open({ as });
        await page.join(`person:${as.id}`);
        expect(await page.join(`person:${town.resident.id}`)).toBe(false);
        return page;
      }),
    );
    const own = await app.open({ as: member });
    await own.join(`person:${member.id}`);
    await calls.write(town.resident, id, 'Alleen voor u.');
    expect(await own.hears('thread')).toEqual({ kind: 'thread', threadId: id });
    expect(pages.flatMap(({ heard }) => heard)).toEqual([]);
    for (const as of strangers) expect(await calls.inList(as, id)).toBeUndefined();
    for (const as of [town.resident, town.secretary, member, colleague, town.broker]) {
      expect((await calls.inList(as, id))?.excerpt).toBe('Alleen voor u.');
    }
  });

  it('attack 12: with the role the thread ends, also on a page that was open before', async () => {
    const role = { role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId } as const;
    const passing = await aPerson(app);
    const endsAt = new Date(app.now().getTime() + 60_000);
    await app.dataSource.transaction((manager) =>
      app.get(PeopleRegistry).saveRole(manager, passing.id, role, { endsAt }),
    );
    const id = await started();
    const [page, desk] = [await app.open({ as: passing }), await app.open({ as: town.broker })];
    await page.join(`person:${passing.id}`);
    await desk.join(`person:${town.broker.id}`);
    await calls.write(town.broker, id);
    await page.hears('thread');
    await app.advance({ seconds: 60 });
    [page, desk].forEach(({ heard }) => heard.splice(0));
    await calls.write(town.broker, id);
    await desk.hears('thread');
    expect(page.heard).toEqual([]);
    expect((await calls.read(passing, id)).status).toBe(404);
    expect((await calls.write(passing, id)).status).toBe(404);
    expect(await calls.inList(passing, id)).toBeUndefined();
  });

  it('attack 01: script stays text', async () => {
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
    const { body } = await calls.start(town.secretary, town.tricht.id, { title: text, body: text });
    expect([body.title, body.excerpt]).toEqual([text, text]);
  });
});
