import { randomUUID } from 'node:crypto';
import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { AssignedRole, GroupPosition, MeView } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import type { VillageView } from '@kernagenda/villages/domain';
import type { GroupMember, GroupRecord } from '@kernagenda/villages/domain/groups';

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
  admin = await aPerson(app, { displayName: 'Beheerder', roles: [role] });
});
afterAll(() => app.close());

type Answer = GroupRecord & ProblemBody & { readonly items: readonly GroupMember[] };
const send = (as: TestPerson | null, method: string, path: string, body?: object, headers = {}) =>
  app.request<Answer>(method, `/api/v1/working-groups${path}`, { as, headers, ...(body && { body }) });
const add = (villages: readonly TestVillage[], input: object = {}) =>
  send(admin, 'POST', '', {
    name: 'Dorpstafel',
    kind: 'village_table',
    villageIds: villages.map(({ id }) => id),
    ...input,
  });
const change = ({ id, version }: GroupRecord, update: object) =>
  send(
    admin,
    'PATCH',
    `/${id}`,
    { name: 'Dorpstafel', kind: 'village_table', until: null, ...update },
    {
      'if-match': `"${version}"`,
    },
  );
const inVillages = (role: AssignedRole, villages: readonly TestVillage[], displayName: string) =>
  aPerson(app, {
    displayName,
    roles: villages.map(({ id }) => ({ role, scopeType: 'village', scopeId: id }) as const),
  });
const publicGroup = async ({ slug }: TestVillage) =>
  (await app.request<VillageView>('GET', `/api/v1/villages/${slug}`)).body.group;
const positions = async (group: { readonly id: string }) =>
  (await send(admin, 'GET', `/${group.id}/members`)).body.items.map(({ displayName, position }) => [
    displayName,
    position,
  ]);
const rolesOf = async (as: TestPerson) =>
  ((await app.request<MeView>('GET', '/api/v1/me', { as })).body.person?.roles ?? []).map(({ role }) => role);
const scopesOf = async (as: TestPerson) =>
  ((await app.request<MeView>('GET', '/api/v1/me', { as })).body.person?.roles ?? [])
    .map(({ role, scopeId }) => [role, scopeId])
    .sort();
const handOver = (as: TestPerson | null, { id }: { readonly id: string }, personId: string) =>
  send(as, 'POST', `/${id}/hand-over`, { personId });
/** How often something was written down about a person or group. */
const written = async (action: string, objectId: string): Promise<number> => {
  const rows = await app.dataSource.query<object[]>('select 1 from audit_entry where action = $1 and object_id = $2', [
    action,
    objectId,
  ]);
  return rows.length;
};

interface TestGroup {
  readonly villages: readonly TestVillage[];
  readonly group: GroupRecord;
  readonly chair: TestPerson;
  readonly secretary: TestPerson;
  readonly member: TestPerson;
}

/** Two villages with one group, as Varik and Heesselt have. */
async function aGroup(): Promise<TestGroup> {
  const villages = [await aVillage(app, { name: 'Varik' }), await aVillage(app, { name: 'Heesselt' })];
  return {
    villages,
    chair: await inVillages('chair', villages, 'Voorzitter'),
    secretary: await inVillages('secretary', villages, 'Secretaris'),
    member: await inVillages('group_member', villages, 'Lid'),
    group: (await add(villages)).body,
  };
}

describe('the group of a village', () => {
  it('is public with chair and secretary by name, and how many they are', async () => {
    const { villages, group } = await aGroup();
    for (const village of villages) {
      expect(await publicGroup(village)).toEqual({
        id: group.id,
        name: 'Dorpstafel',
        chairs: ['Voorzitter'],
        secretaries: ['Secretaris'],
        members: 3,
      });
    }
    expect(await publicGroup(await aVillage(app))).toBeNull();
  });

  it('costs the village no question more to the database', async () => {
    const [village] = (await aGroup()).villages;
    const questions = await app.queriesDuring(() => app.request('GET', `/api/v1/villages/${village?.slug ?? ''}`));
    expect(questions).toHaveLength(1);
  });

  it('shows nobody whose time is over', async () => {
    const { villages, secretary } = await aGroup();
    await app.dataSource.query('update role_assignment set ends_at = $2 where person_id = $1', [
      secretary.id,
      app.now(),
    ]);
    for (const village of villages) expect(await publicGroup(village)).toMatchObject({ secretaries: [], members: 2 });
  });

  it('is one at a time, also when two are entered at once', async () => {
    const [varik, heesselt] = [await aVillage(app), await aVillage(app)];
    const answers = await Promise.all([add([varik, heesselt]), add([heesselt]), add([varik])]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses).toContain(409);
    const again = await add([varik, heesselt]);
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  });

  it('follows another one after its last day', async () => {
    const { villages, group } = await aGroup();
    expect((await add(villages, { from: '2026-06-01' })).status).toBe(409);
    expect((await change(group, { until: '2026-05-31' })).status).toBe(200);
    const next = await add(villages, { name: 'Dorpsraad', kind: 'village_council', from: '2026-06-01' });
    expect(next.status).toBe(201);
    const back = await change({ ...group, version: 2 }, { until: null });
    expect([back.status, back.body.code]).toEqual([409, 'already_exists']);
  });

  it('ends with what people are in it', async () => {
    const { villages, group, chair } = await aGroup();
    const page = await app.open({ as: chair });
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    const ended = await change(group, { name: 'Oude dorpstafel', until: '2026-03-02' });
    expect(ended.body).toMatchObject({ name: 'Oude dorpstafel', endsAt: '2026-03-02T22:59:59.999Z', version: 2 });
    await closed;
    await app.advance({ seconds: 15 * 3600 });
    expect(await rolesOf(chair)).toEqual([]);
    expect(await publicGroup(villages[0] as TestVillage)).toBeNull();
    await app.advance({ seconds: -15 * 3600 });
  });

  it('that is over is renamed without touching who is in the next one, also when that was entered before', async () => {
    const { villages, group, member } = await aGroup();
    const next = { role: 'chair', scopeType: 'village', scopeIds: villages.map(({ id }) => id), from: '2026-03-08' };
    const successor = await aPerson(app);
    const path = `/api/v1/people/${successor.id}/roles`;
    expect((await app.request('POST', path, { as: admin, body: next })).status).toBe(204);
    expect((await change(group, { until: '2026-03-07' })).status).toBe(200);
    await app.advance({ days: 10 });
    const fresh = await inVillages('group_member', villages, 'Nieuw lid');
    expect((await change({ ...group, version: 2 }, { name: 'Oude tafel', until: '2026-03-07' })).status).toBe(200);
    expect(await rolesOf(successor)).toEqual(['secretary', 'secretary']);
    expect(await rolesOf(fresh)).toEqual(['group_member', 'group_member']);
    expect(await rolesOf(member)).toEqual([]);
    await app.advance({ days: -10 });
  });

  it('is changed by who saw the newest, within what is possible', async () => {
    const { group } = await aGroup();
    expect((await change(group, { until: '2026-03-01' })).body.errors?.[0]?.pointer).toBe('/until');
    expect((await change({ ...group, version: 7 }, {})).body.code).toBe('stale_version');
    expect((await change(group, { kind: 'choir' })).status).toBe(400);
    expect((await add([{ id: randomUUID() } as TestVillage])).body.errors?.[0]?.pointer).toBe('/villageIds');
    expect((await add([])).status).toBe(400);
    expect((await send(admin, 'PATCH', `/${randomUUID()}`, {}, { 'if-match': '"1"' })).status).toBe(400);
  });

  it('is listed with its members in a fixed number of questions', async () => {
    const questions = async (): Promise<number> =>
      (await app.queriesDuring(() => send(admin, 'GET', '?limit=100'))).length;
    const before = await questions();
    for (let count = 0; count < 5; count += 1) await aGroup();
    expect(await questions()).toBe(before);
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/api/v1/working-groups?limit=3${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.request<Page<GroupRecord>>('GET', path, { as: admin });
      names.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what somebody is in a group', () => {
  const put = ({ id }: GroupRecord, person: TestPerson, position: GroupPosition, as = admin) =>
    send(as, 'PUT', `/${id}/members/${person.id}`, { position });

  it('is changed for all its villages at once, until the same day', async () => {
    const { group, member, villages } = await aGroup();
    await app.dataSource.query('update role_assignment set ends_at = $2 where person_id = $1', [
      member.id,
      '2026-12-31T22:59:59.999Z',
    ]);
    expect((await put(group, member, 'secretary')).status).toBe(204);
    expect(await rolesOf(member)).toEqual(['secretary', 'secretary']);
    expect(await positions(group)).toContainEqual(['Lid', 'secretary']);
    const [own] = (await send(admin, 'GET', `/${group.id}/members`)).body.items.filter(({ id }) => id === member.id);
    expect(own?.endsAt).toBe('2026-12-31T22:59:59.999Z');
    expect(await written('role.assign', member.id)).toBe(2 * villages.length);
  });

  it('ends at once, and closes what is open', async () => {
    const { group, secretary, villages } = await aGroup();
    const page = await app.open({ as: secretary });
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    expect((await send(admin, 'DELETE', `/${group.id}/members/${secretary.id}`)).status).toBe(204);
    await closed;
    expect(await rolesOf(secretary)).toEqual([]);
    expect(await publicGroup(villages[0] as TestVillage)).toMatchObject({ secretaries: [], members: 2 });
  });

  it('is not given to who is no member', async () => {
    const { group } = await aGroup();
    expect((await put(group, await aPerson(app), 'chair')).status).toBe(404);
    expect((await send(admin, 'DELETE', `/${group.id}/members/${randomUUID()}`)).status).toBe(404);
  });
});

describe('handing over', () => {
  it.each(['chair', 'secretary'] as const)(
    'by a %s: the own role ends, that of the named member begins',
    async (who) => {
      const { group, chair, secretary, member, villages } = await aGroup();
      const stopping = who === 'chair' ? chair : secretary;
      expect((await handOver(stopping, group, member.id)).status).toBe(204);
      expect(await rolesOf(stopping)).toEqual([]);
      expect(await rolesOf(member)).toEqual(['secretary', 'secretary']);
      const names = {
        chair: who === 'chair' ? 'Lid' : 'Voorzitter',
        secretary: who === 'chair' ? 'Secretaris' : 'Lid',
      };
      expect(await positions(group)).toEqual([
        [names.chair, 'chair'],
        [names.secretary, 'secretary'],
      ]);
      expect(await publicGroup(villages[0] as TestVillage)).toMatchObject({ chairs: [names.chair], members: 2 });
      expect(await written('group.hand_over', group.id)).toBe(1);
      expect(await written('role.end', stopping.id)).toBe(2);
      expect(await written('role.assign', member.id)).toBe(4);
    },
  );

  it('attack 12: ends the old rights at once, in requests and in sockets that are open', async () => {
    const { tricht, resident, broker } = await aTown(app);
    const group = (await add([tricht])).body;
    const chair = await inVillages('chair', [tricht], 'Voorzitter');
    const member = await inVillages('group_member', [tricht], 'Lid');
    const calls = new ThreadCalls(app);
    const thread = await calls.open(resident, { kind: 'group', villageId: tricht.id });
    const point = await aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
    const [old, fresh] = [await app.open({ as: chair }), await app.open({ as: member })];
    const closed = Promise.all(
      [old, fresh].map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve))),
    );
    expect((await handOver(chair, group, member.id)).status).toBe(204);
    await closed;

    expect((await perform(app, chair, 'explore', point)).status).toBe(403);
    expect((await calls.read(chair, thread)).status).toBe(404);
    expect((await send(chair, 'GET', `/${group.id}/members`)).status).toBe(403);
    expect((await handOver(chair, group, member.id)).status).toBe(403);
    expect((await perform(app, member, 'explore', point)).status).toBe(200);
    expect((await calls.write(member, thread)).status).toBe(201);
  });

  it('attack 10: to two people at once gives one of them the position', async () => {
    const { group, chair, member, villages } = await aGroup();
    const other = await inVillages('group_member', villages, 'Ander lid');
    const answers = await Promise.all([
      handOver(chair, group, member.id),
      handOver(chair, group, other.id),
      handOver(chair, group, member.id),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await positions(group)).filter(([, position]) => position === 'chair')).toHaveLength(1);
    expect(await written('group.hand_over', group.id)).toBe(1);
  });

  it('is to an ordinary member of the same group', async () => {
    const { group, chair, secretary } = await aGroup();
    const { member: stranger } = await aGroup();
    for (const person of [secretary, chair, stranger, await aPerson(app)]) {
      const { status, body } = await handOver(chair, group, person.id);
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/personId']);
    }
    expect(await rolesOf(chair)).toEqual(['secretary', 'secretary']);
  });

  it('is of the villages in which one has the position, and leaves the rest as it is', async () => {
    const villages = [await aVillage(app), await aVillage(app)] as const;
    const [one, other] = villages;
    const { body: group } = await add(villages);
    const secretary = await inVillages('secretary', [one], 'Secretaris');
    const member = await inVillages('group_member', villages, 'Lid');
    expect((await handOver(secretary, group, member.id)).status).toBe(204);
    expect(await scopesOf(secretary)).toEqual([]);
    expect(await scopesOf(member)).toEqual(
      [
        ['secretary', one.id],
        ['group_member', other.id],
      ].sort(),
    );
  });

  it('attack 12: through a group that is over, or not yet there, is not possible, nor does it show anybody', async () => {
    const villages = [await aVillage(app), await aVillage(app)] as const;
    const [one, other] = villages;
    const { body: old } = await add(villages, { until: '2026-03-02' });
    await app.advance({ days: 1 });
    await add([one], { name: 'Tafel een', until: '2026-05-31' });
    await add([other], { name: 'Tafel twee', until: '2026-05-31' });
    const { body: next } = await add(villages, { name: 'Weer samen', from: '2026-06-01' });
    const member = await inVillages('group_member', [one], 'Lid van een');
    const secretary = await inVillages('secretary', [other], 'Secretaris van twee');
    for (const group of [old, next]) {
      expect((await handOver(secretary, group, member.id)).status).toBe(404);
      expect((await send(secretary, 'GET', `/${group.id}/members`)).status).toBe(404);
    }
    expect(await positions(old)).toEqual([]);
    const changed = await send(admin, 'PUT', `/${old.id}/members/${member.id}`, { position: 'chair' });
    const removed = await send(admin, 'DELETE', `/${old.id}/members/${member.id}`);
    expect([changed, removed].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'wrong_state'],
      [409, 'wrong_state'],
    ]);
    expect(await scopesOf(member)).toEqual([['group_member', one.id]]);
    await app.advance({ days: -1 });
  });

  it('attack 04: of another group is not possible', async () => {
    const { group, member } = await aGroup();
    const { chair: stranger } = await aGroup();
    expect((await handOver(stranger, group, member.id)).status).toBe(403);
    expect((await handOver(stranger, { id: randomUUID() }, member.id)).status).toBe(404);
  });
});

describe('who may do what with a group', () => {
  it('is what the table says, for every role over HTTP', async () => {
    const { group, chair, secretary, member, villages } = await aGroup();
    const inTown = (role: AssignedRole) =>
      aPerson(app, {
        roles: [{ role, scopeType: 'municipality', scopeId: villages[0]?.municipalityId ?? '' }],
      });
    const people = {
      visitor: null,
      resident: await aPerson(app),
      member,
      secretary,
      chair,
      stranger: (await aGroup()).secretary,
      broker: await inTown('broker'),
      official: await inTown('official'),
      alderman: await inTown('alderman'),
    };
    const seen: Record<string, number[]> = {};
    for (const [name, as] of Object.entries(people)) {
      const answers = [
        await send(as, 'GET', ''),
        await send(as, 'POST', '', { name: 'X', kind: 'association', villageIds: [villages[0]?.id] }),
        await send(as, 'PATCH', `/${group.id}`, { name: 'X', kind: 'association', until: null }, { 'if-match': '"1"' }),
        await send(as, 'PUT', `/${group.id}/members/${member.id}`, { position: 'chair' }),
        await send(as, 'DELETE', `/${group.id}/members/${member.id}`),
        await send(as, 'GET', `/${group.id}/members`),
        await handOver(as, group, randomUUID()),
      ];
      seen[name] = answers.map(({ status }) => status);
    }
    const closed = [403, 403, 403, 403, 403];
    expect(seen).toEqual({
      visitor: [401, 401, 401, 401, 401, 401, 401],
      resident: [...closed, 403, 403],
      member: [...closed, 200, 403],
      secretary: [...closed, 200, 400],
      chair: [...closed, 200, 400],
      stranger: [...closed, 403, 403],
      broker: [...closed, 403, 403],
      official: [...closed, 403, 403],
      alderman: [...closed, 403, 403],
    });
  });
});
