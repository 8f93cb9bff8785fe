import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { GivenRole, MeView, PersonRecord, ScopedRole } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { listRoutes } from '@kernagenda/shared/api';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { AreaRecord, TeamRecord, VillageView } from '@kernagenda/villages/domain';

const adminRole = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const satisfies ScopedRole;

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  admin = await aPerson(app, { displayName: 'Beheerder', roles: [adminRole] });
});
afterAll(() => app.close());

const send = <Body = ProblemBody>(method: string, path: string, body?: object, headers = {}, as = admin) =>
  app.request<Body>(method, `/api/v1${path}`, { as, headers, ...(body && { body }) });
const find = async ({ id }: { readonly id: string }): Promise<PersonRecord> =>
  (await send<PersonRecord>('GET', `/people/${id}?reason=Rollen%20nakijken`)).body;
const give = (person: TestPerson, role: string, scopeType: string, scopeId: string, days = {}) =>
  send('POST', `/people/${person.id}/roles`, { role, scopeType, scopeIds: [scopeId], ...days });
const endRole = async (person: TestPerson) =>
  send('POST', `/people/${person.id}/roles/${(await find(person)).roles[0]?.id ?? ''}/end`);
const rolesOf = async (as: TestPerson) =>
  (await app.request<MeView>('GET', '/api/v1/me', { as })).body.person?.roles ?? [];
const submitted = ({ tricht, resident }: TestTown) => aProposal(app).in(tricht).by(resident).submitted().save();
/** A room that is open to who moderates in the town. */
const roomIn = async (town: TestTown) => `proposal:${(await submitted(town)).id}` as const;
/** Whether somebody can approve a fresh submission of the town. */
const approves = async (town: TestTown, as: TestPerson) =>
  (await perform(app, as, 'approve', await submitted(town))).status === 200;

describe('attack 05: the administration', () => {
  const paths = [
    '/areas',
    '/budget-rules',
    '/lexicon',
    '/mandates',
    '/people',
    '/procurement-thresholds',
    '/teams',
    '/villages',
    '/working-groups',
  ];
  const scopes = (town: TestTown): Readonly<Record<string, GivenRole[]>> => ({
    resident: [],
    'group member': [{ role: 'group_member', scopeType: 'village', scopeId: town.tricht.id }],
    chair: [{ role: 'chair', scopeType: 'village', scopeId: town.tricht.id }],
    secretary: [{ role: 'secretary', scopeType: 'village', scopeId: town.tricht.id }],
    'broker of a village': [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }],
    'broker of an area': [{ role: 'broker', scopeType: 'area', scopeId: town.tricht.areaId }],
    'broker of the municipality': [{ role: 'broker', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
    official: [{ role: 'official', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
    alderman: [{ role: 'alderman', scopeType: 'municipality', scopeId: town.tricht.municipalityId }],
  });

  it('is closed to everybody but the administrator, at every address', async () => {
    const town = await aTown(app);
    const routes = listRoutes(app.nest).filter(
      ({ path, rules }) => rules.join() === 'role:admin' && paths.some((part) => path.startsWith(`/api/v1${part}`)),
    );
    expect(routes).toHaveLength(36);
    for (const [name, roles] of Object.entries(scopes(town))) {
      const person = await aPerson(app, { roles });
      for (const { method, path } of routes) {
        const at = path.replaceAll(/:\w+/g, person.id).replace('/api/v1', '');
        const { status, body } = await send(method, at, undefined, {}, person);
        expect([name, method, path, status, body.code]).toEqual([name, method, path, 403, 'not_allowed']);
      }
    }
  });

  it('is open to the administrator, who may nothing else by it', async () => {
    const town = await aTown(app);
    expect((await send('GET', '/areas')).status).toBe(200);
    expect(await approves(town, admin)).toBe(false);
  });

  it('is closed as soon as the role has ended', async () => {
    const other = await aPerson(app, { roles: [adminRole] });
    expect((await send('GET', '/areas', undefined, {}, other)).status).toBe(200);
    await endRole(other);
    expect((await send('GET', '/areas', undefined, {}, other)).status).toBe(403);
  });
});

describe('attack 12: a role that ended', () => {
  it('gives nothing any more, in a session and a room that were open', async () => {
    const town = await aTown(app);
    const broker = await aPerson(app);
    await give(broker, 'broker', 'village', town.tricht.id);
    const page = await app.open({ as: broker });
    const room = await roomIn(town);
    expect(await page.join(room)).toBe(true);
    expect(await approves(town, broker)).toBe(true);

    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    expect((await endRole(broker)).status).toBe(204);
    await closed;
    expect(await approves(town, broker)).toBe(false);
    expect(await rolesOf(broker)).toEqual([]);
    const again = await app.open({ as: broker });
    expect(await again.join(room)).toBe(false);
    expect((await app.request('GET', '/api/v1/moderation/queue', { as: broker })).status).toBe(403);
  });

  it('by its last day gives nothing any more either, and closes what is open', async () => {
    const town = await aTown(app);
    const broker = await aPerson(app);
    await give(broker, 'broker', 'village', town.tricht.id, { until: '2026-03-02' });
    const page = await app.open({ as: broker });
    expect(await page.join(await roomIn(town))).toBe(true);
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    await app.advance({ seconds: 15 * 3600 });
    await closed;
    expect(await rolesOf(broker)).toEqual([]);
    await app.advance({ seconds: -15 * 3600 });
  });

  it('can be given again, and counts from then', async () => {
    const town = await aTown(app);
    const broker = await aPerson(app);
    await give(broker, 'broker', 'village', town.tricht.id);
    await endRole(broker);
    expect((await give(broker, 'broker', 'village', town.tricht.id)).status).toBe(204);
    expect(await approves(town, broker)).toBe(true);
  });
});

describe('cover during leave', () => {
  const cover = (covered: TestPerson, coveringId: string, days: object = { until: '2026-03-31' }) =>
    send('POST', `/people/${covered.id}/covers`, { coveringId, ...days });

  it('gives the scope of the covered broker as it is, and takes it back at the end', async () => {
    const town = await aTown(app);
    const { broker, otherBroker, tricht } = town;
    expect(await approves(town, otherBroker)).toBe(false);
    expect((await cover(broker, otherBroker.id)).status).toBe(204);
    expect(await approves(town, otherBroker)).toBe(true);
    const village = (await app.request<VillageView>('GET', `/api/v1/villages/${tricht.slug}`)).body;
    expect(village.area.brokers.map(({ displayName }) => displayName)).toEqual(['Andere makelaar', 'Gebiedsmakelaar']);

    const page = await app.open({ as: otherBroker });
    expect(await page.join(await roomIn(town))).toBe(true);
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    await endRole(broker);
    await closed;
    expect((await rolesOf(otherBroker)).map(({ scopeId }) => scopeId)).not.toContain(tricht.areaId);
  });

  it('lasts as long as it was given', async () => {
    const town = await aTown(app);
    const { broker, otherBroker } = town;
    await cover(broker, otherBroker.id, { from: '2026-03-03', until: '2026-03-04' });
    expect(await approves(town, otherBroker)).toBe(false);
    await app.advance({ days: 1 });
    expect(await approves(town, otherBroker)).toBe(true);
    await app.advance({ days: 2 });
    expect(await approves(town, otherBroker)).toBe(false);
    await app.advance({ days: -3 });
  });

  it('lasts until it is ended', async () => {
    const town = await aTown(app);
    const { broker, otherBroker } = town;
    await cover(broker, otherBroker.id);
    const [running] = (await find(otherBroker)).covers;
    expect(running).toMatchObject({ covered: { id: broker.id }, covering: { id: otherBroker.id } });
    await app.advance({ seconds: 60 });
    expect((await send('POST', `/people/${broker.id}/covers/${running?.id ?? ''}/end`)).status).toBe(204);
    expect(await approves(town, otherBroker)).toBe(false);
  });

  it('gives nothing at home, and is moderated by who covers where the own broker lives', async () => {
    const town = await aTown(app);
    const { broker, otherBroker, tricht } = town;
    await cover(broker, otherBroker.id);
    await send('PUT', `/people/${broker.id}/home-village`, { homeVillageId: tricht.id });
    expect([await approves(town, broker), await approves(town, otherBroker)]).toEqual([false, true]);
    await send('PUT', `/people/${otherBroker.id}/home-village`, { homeVillageId: tricht.id });
    expect(await approves(town, otherBroker)).toBe(false);
  });

  it('is not handed on to who covers for the covering one', async () => {
    const town = await aTown(app);
    const third = await aPerson(app, {
      roles: [{ role: 'broker', scopeType: 'area', scopeId: (await aVillage(app)).areaId }],
    });
    await cover(town.broker, town.otherBroker.id);
    await cover(town.otherBroker, third.id);
    expect(await approves(town, third)).toBe(false);
  });

  it('is between two brokers, once in a period, and has an end', async () => {
    const { broker, otherBroker, resident } = await aTown(app);
    expect((await cover(broker, resident.id)).body.errors?.[0]?.pointer).toBe('/coveringId');
    expect((await cover(broker, broker.id)).body.errors?.[0]?.pointer).toBe('/coveringId');
    expect((await cover(broker, randomUUID())).body.errors?.[0]?.pointer).toBe('/coveringId');
    expect((await cover(broker, otherBroker.id, {})).body.errors?.[0]?.pointer).toBe('/until');
    expect((await cover(resident, otherBroker.id)).body.code).toBe('wrong_state');
    expect((await cover(broker, otherBroker.id)).status).toBe(204);
    expect((await cover(broker, otherBroker.id)).body.code).toBe('already_exists');
  });

  it('is written down', async () => {
    const { broker, otherBroker } = await aTown(app);
    await cover(broker, otherBroker.id);
    const [row] = await app.dataSource.query<object[]>(
      `select actor_id as "actorId", details->>'coveringId' as covering
       from audit_entry e join audit_details d on d.entry_id = e.id
       where action = 'cover.start' and object_id = $1`,
      [broker.id],
    );
    expect(row).toEqual({ actorId: admin.id, covering: otherBroker.id });
  });
});

describe('areas', () => {
  const areaOf = async (id: string): Promise<AreaRecord | undefined> =>
    (await send<{ items: AreaRecord[] }>('GET', '/areas?limit=100')).body.items.find((area) => area.id === id);

  it('move a village, and the work of the brokers follows at once', async () => {
    const town = await aTown(app);
    const elsewhere = await aVillage(app);
    const newBroker = await aPerson(app, {
      roles: [{ role: 'broker', scopeType: 'area', scopeId: elsewhere.areaId }],
    });
    const page = await app.open({ as: town.broker });
    expect(await page.join(await roomIn(town))).toBe(true);
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    expect((await send('PUT', `/villages/${town.tricht.id}/area`, { areaId: elsewhere.areaId })).status).toBe(204);
    await closed;
    expect([await approves(town, town.broker), await approves(town, newBroker)]).toEqual([false, true]);
    const names = (await areaOf(elsewhere.areaId))?.villages.map(({ id }) => id);
    expect(new Set(names)).toEqual(new Set([elsewhere.id, town.tricht.id]));
    const [row] = await app.dataSource.query<object[]>(
      `select actor_id as "actorId", details::jsonb as details
       from audit_entry e join audit_details d on d.entry_id = e.id where action = 'village.move' and object_id = $1`,
      [town.tricht.id],
    );
    expect(row).toEqual({ actorId: admin.id, details: { from: town.tricht.areaId, to: elsewhere.areaId } });
  });

  it('move no village to nowhere', async () => {
    const { id } = await aVillage(app);
    const answer = await send('PUT', `/villages/${id}/area`, { areaId: randomUUID() });
    expect(answer.body.errors?.[0]?.pointer).toBe('/areaId');
    expect((await send('PUT', `/villages/${randomUUID()}/area`, { areaId: randomUUID() })).status).toBe(404);
  });

  it('are added and renamed, by who saw the newest name', async () => {
    await aVillage(app);
    const name = `Linge ${randomUUID().slice(0, 8)}`;
    const { status, body, headers } = await send<AreaRecord>('POST', '/areas', { name: ` ${name} ` });
    expect([status, body.name, body.villages, headers.get('etag')]).toEqual([201, name, [], '"1"']);
    const rename = (to: string, version: number) =>
      send<AreaRecord & ProblemBody>('PATCH', `/areas/${body.id}`, { name: to }, { 'if-match': `"${version}"` });
    expect((await rename(`${name}oever`, 1)).body).toMatchObject({ name: `${name}oever`, version: 2 });
    expect((await rename(name, 1)).body.code).toBe('stale_version');
    expect((await send('POST', '/areas', { name: `${name}oever` })).body.code).toBe('already_exists');
    expect((await send('POST', '/areas', { name: 'x' })).status).toBe(400);
  });

  it('are no example any more once they are named', async () => {
    const { areaId } = await aVillage(app);
    const seen = await areaOf(areaId);
    const name = `Waal ${randomUUID().slice(0, 8)}`;
    await send('PATCH', `/areas/${areaId}`, { name }, { 'if-match': `"${seen?.version}"` });
    expect([seen?.isExample, (await areaOf(areaId))?.isExample]).toEqual([true, false]);
  });
});

describe('teams', () => {
  const add = async (days: object = {}): Promise<TeamRecord> => {
    await aVillage(app);
    return (await send<TeamRecord>('POST', '/teams', { name: `Team ${randomUUID().slice(0, 8)}`, ...days })).body;
  };
  const change = (team: TeamRecord, body: object, version = team.version) =>
    send<TeamRecord & ProblemBody>('PATCH', `/teams/${team.id}`, body, { 'if-match': `"${version}"` });
  const running = async () =>
    (await app.request<{ items: { id: string }[] }>('GET', '/api/v1/teams?limit=100')).body.items.map(({ id }) => id);

  it('have the officials with a role in them as members', async () => {
    const team = await add();
    const official = await aPerson(app, { displayName: 'Medewerker' });
    expect((await give(official, 'official', 'team', team.id)).status).toBe(204);
    const { items } = (await send<{ items: TeamRecord[] }>('GET', '/teams/register?limit=100')).body;
    expect(items.find(({ id }) => id === team.id)?.members).toEqual([{ id: official.id, displayName: 'Medewerker' }]);
  });

  it('are public while they are there', async () => {
    const [now, later] = [await add({ until: '2026-03-31' }), await add({ from: '2026-06-01' })];
    expect(await running()).toEqual(expect.arrayContaining([now.id]));
    expect(await running()).not.toContain(later.id);
    await app.advance({ days: 30 });
    expect(await running()).not.toContain(now.id);
    await app.advance({ days: -30 });
  });

  it('end with the roles in them', async () => {
    const team = await add();
    const [official, late] = [await aPerson(app), await aPerson(app)];
    await give(official, 'official', 'team', team.id);
    const ended = await change(team, { name: team.name, until: '2026-03-05' });
    expect(ended.body.endsAt).toBe('2026-03-05T22:59:59.999Z');
    await give(late, 'official', 'team', team.id, { until: '2026-12-31' });
    for (const person of [official, late]) {
      expect((await find(person)).roles).toMatchObject([{ endsAt: '2026-03-05T22:59:59.999Z' }]);
    }
    const after = await give(await aPerson(app), 'official', 'team', team.id, { from: '2026-03-06' });
    expect(after.body.errors?.[0]?.pointer).toBe('/scopeIds');
  });

  it('are changed by who saw the newest, within what is possible', async () => {
    const team = await add();
    expect((await change(team, { name: team.name, until: '2026-03-01' })).body.errors?.[0]?.pointer).toBe('/until');
    expect((await change(team, { name: `${team.name}!`, until: null })).body.version).toBe(2);
    expect((await change(team, { name: team.name, until: null })).body.code).toBe('stale_version');
    expect((await send('POST', '/teams', { name: `${team.name}!` })).body.code).toBe('already_exists');
    expect((await change(team, { name: team.name })).status).toBe(400);
  });
});
