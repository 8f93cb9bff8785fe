import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { PersonRecord, ScopedRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';

const adminRole = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const satisfies ScopedRole;
const reason = encodeURIComponent('Nieuwe collega’s invoeren');

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  admin = await aPerson(app, { displayName: 'Beheerder', roles: [adminRole] });
});
afterAll(() => app.close());

interface AuditRow {
  readonly action: string;
  readonly actorId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
const auditOf = (objectId: string): Promise<AuditRow[]> =>
  app.dataSource.query(
    `select action, actor_id as "actorId", coalesce(details::jsonb, '{}') as details
     from audit_entry e left join audit_details d on d.entry_id = e.id
     where object_type = 'person' and object_id = $1 order by e.id`,
    [objectId],
  );
const list = (query: string, as: TestPerson = admin) =>
  app.request<Page<PersonRecord>>('GET', `/api/v1/people?reason=${reason}&${query}`, { as });
const find = async (id: string): Promise<PersonRecord> =>
  (await app.request<PersonRecord>('GET', `/api/v1/people/${id}?reason=${reason}`, { as: admin })).body;
const give = (person: TestPerson, body: object, headers = {}) =>
  app.request<ProblemBody>('POST', `/api/v1/people/${person.id}/roles`, { as: admin, body, headers });
const endRole = (person: TestPerson, roleId: string, as = admin) =>
  app.request<ProblemBody>('POST', `/api/v1/people/${person.id}/roles/${roleId}/end`, { as });
const brokerIn = (...scopeIds: string[]) => ({ role: 'broker', scopeType: 'village', scopeIds });

describe('reading people', () => {
  it.each(['', 'reason=', 'reason=omdat', 'reason=%20%20%20%20%20%20%20%20%20%20%20', `reason=${'x'.repeat(301)}`])(
    'asks for a reason, and "%s" is none',
    async (query) => {
      for (const path of ['/api/v1/people', `/api/v1/people/${admin.id}`]) {
        const answer = await app.request<ProblemBody>('GET', `${path}?${query}`, { as: admin });
        expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, 'reason']);
      }
    },
  );

  it('attack 34: is written down with the reason and with who was shown', async () => {
    const sanne = await aPerson(app, { displayName: `Sanne ${randomUUID()}` });
    await list(`search=${encodeURIComponent(sanne.displayName)}`);
    await find(sanne.id);
    const read = { action: 'person.read', actorId: admin.id };
    const details = { reason: 'Nieuwe collega’s invoeren', people: [sanne.id] };
    expect((await auditOf(sanne.id)).slice(1)).toEqual([
      { ...read, details },
      { ...read, details },
    ]);
  });

  it('finds by part of a name or address, page after page, and not by the signs of a pattern', async () => {
    const unique = randomUUID().slice(0, 8);
    for (const name of ['Anna', 'Bas', 'Coen']) await aPerson(app, { displayName: `${name} ${unique}` });
    await aPerson(app, { displayName: 'Dirk', email: `dirk.${unique}@dorp.test` });
    const first = (await list(`search=${unique.toUpperCase()}&limit=3`)).body;
    const second = (await list(`search=${unique}&limit=3&cursor=${first.nextCursor ?? ''}`)).body;
    const names = [...first.items, ...second.items].map(({ displayName }) => displayName.split(' ')[0]);
    expect([names, second.nextCursor]).toEqual([['Anna', 'Bas', 'Coen', 'Dirk'], null]);
    for (const search of ['%25', '_', "' or 1=1 --", '%5C']) {
      expect((await list(`search=${encodeURIComponent(decodeURIComponent(search))}${unique}`)).body.items).toEqual([]);
    }
  });

  it('finds who has a role', async () => {
    const village = await aVillage(app);
    const secretary = await aPerson(app, {
      displayName: `Secretaris ${village.slug}`,
      roles: [{ role: 'secretary', scopeType: 'village', scopeId: village.id }],
    });
    expect((await list(`role=secretary&search=${village.slug}`)).body.items.map(({ id }) => id)).toEqual([
      secretary.id,
    ]);
    expect((await list(`role=broker&search=${village.slug}`)).body.items).toEqual([]);
  });

  it('takes the same number of queries at 5 and at 50 people', async () => {
    const village = await aVillage(app);
    const people = async (count: number, name: string) => {
      for (let index = 0; index < count; index += 1) {
        await aPerson(app, {
          displayName: `${name} ${index}`,
          roles: [{ role: 'group_member', scopeType: 'village', scopeId: village.id }],
        });
      }
      return app.queriesDuring(async () => {
        expect((await list(`search=${name}&limit=100`)).body.items).toHaveLength(count);
      });
    };
    expect((await people(50, 'Vijftig')).length).toBe((await people(5, 'Vijf stuks')).length);
  });
});

describe('inviting', () => {
  const invite = (body: object, headers = {}) =>
    app.request<ProblemBody & { id: string }>('POST', '/api/v1/people', { as: admin, body, headers });

  it('enters somebody and mails how to sign in', async () => {
    const { id: homeVillageId } = await aVillage(app);
    const email = `${randomUUID()}@dorp.test`;
    const { status, body } = await invite({ displayName: ' Noor ', email: ` ${email.toUpperCase()} `, homeVillageId });
    expect(status).toBe(201);
    expect(await find(body.id)).toMatchObject({ displayName: 'Noor', email, homeVillageId, roles: [] });
    const mail = await app.mail.next(email);
    expect(mail.text).toContain('https://kernagenda.test/inloggen');
    expect((await auditOf(body.id))[0]).toEqual({ action: 'person.invite', actorId: admin.id, details: {} });
  });

  it('does it once, however often the call arrives', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const body = { displayName: 'Noor', email: `${randomUUID()}@dorp.test` };
    const answers = await Promise.all([invite(body, headers), invite(body, headers)]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('says that an address is known', async () => {
    const { email } = await aPerson(app);
    const answer = await invite({ displayName: 'Noor', email });
    expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
  });

  it.each([
    [{ displayName: 'x', email: 'x' }, ['/displayName', '/email']],
    [{ displayName: '\u200b\u200b', email: 'noor@dorp.test' }, ['/displayName']],
    [{ displayName: 'Noor', email: 'noor@dorp.test', roles: [adminRole] }, ['/roles']],
    [{ displayName: 'Noor', email: 'noor@dorp.test', homeVillageId: 'tricht' }, ['/homeVillageId']],
  ])('refuses %j', async (body, pointers) => {
    const answer = await invite(body);
    expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([400, pointers]);
  });

  it('refuses a village that is not there', async () => {
    const body = { displayName: 'Noor', email: `${randomUUID()}@dorp.test`, homeVillageId: randomUUID() };
    expect((await invite(body)).status).toBe(400);
  });
});

describe('a role', () => {
  it('is given for several villages at once, from today, and written down', async () => {
    const [tricht, deil, person] = [await aVillage(app), await aVillage(app), await aPerson(app)];
    expect((await give(person, brokerIn(tricht.id, deil.id))).status).toBe(204);
    const { roles } = await find(person.id);
    expect(roles.map(({ scopeId }) => scopeId).sort()).toEqual([tricht.id, deil.id].sort());
    const written = (await auditOf(person.id)).filter(({ action }) => action === 'role.assign');
    expect(written.map(({ actorId }) => actorId)).toEqual([admin.id, admin.id]);
  });

  it('is given for all of them or for none', async () => {
    const [tricht, person] = [await aVillage(app), await aPerson(app)];
    const answer = await give(person, brokerIn(tricht.id, randomUUID()));
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/scopeIds']);
    expect((await find(person.id)).roles).toEqual([]);
  });

  it('is given once in a period', async () => {
    const [tricht, person] = [await aVillage(app), await aPerson(app)];
    await give(person, { ...brokerIn(tricht.id), until: '2026-03-31' });
    const again = await give(person, { ...brokerIn(tricht.id), from: '2026-03-31' });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
    expect((await give(person, { ...brokerIn(tricht.id), from: '2026-04-01' })).status).toBe(204);
  });

  it('is given once, however often the call arrives', async () => {
    const [tricht, person] = [await aVillage(app), await aPerson(app)];
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([1, 2].map(() => give(person, brokerIn(tricht.id), headers)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect((await find(person.id)).roles).toHaveLength(1);
  });

  it.each([
    [{ role: 'admin', scopeType: 'village' }, '/scopeType'],
    [{ role: 'secretary', scopeType: 'municipality' }, '/scopeType'],
    [{ role: 'official', scopeType: 'village' }, '/scopeType'],
    [{ role: 'official', scopeType: 'team' }, '/scopeIds'],
    [{ role: 'admin', scopeType: 'installation' }, '/scopeIds'],
    [{ role: 'broker', scopeType: 'village', from: '2026-03-01' }, '/from'],
    [{ role: 'broker', scopeType: 'village', until: '2026-03-01' }, '/until'],
    [{ role: 'boss', scopeType: 'village' }, '/role'],
  ])('is not given as %j', async (body, pointer) => {
    const { id } = await aVillage(app);
    const answer = await give(await aPerson(app), { ...body, scopeIds: [id] });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('is not given to nobody', async () => {
    const nobody = { ...(await aPerson(app)), id: randomUUID() };
    expect((await give(nobody, brokerIn((await aVillage(app)).id))).status).toBe(404);
  });

  it('runs from its first day to the end of its last', async () => {
    const [tricht, person] = [await aVillage(app), await aPerson(app)];
    await give(person, { ...brokerIn(tricht.id), from: '2026-03-10', until: '2026-03-11' });
    expect((await find(person.id)).roles).toMatchObject([
      { startsAt: '2026-03-09T23:00:00.000Z', endsAt: '2026-03-11T22:59:59.999Z' },
    ]);
  });

  it('ends, is not ended by the id of somebody else, and ends once', async () => {
    const [tricht, person, other] = [await aVillage(app), await aPerson(app), await aPerson(app)];
    await give(person, brokerIn(tricht.id));
    const [role] = (await find(person.id)).roles;
    expect((await endRole(other, role?.id ?? '')).status).toBe(404);
    await app.advance({ seconds: 60 });
    for (let times = 0; times < 2; times += 1) expect((await endRole(person, role?.id ?? '')).status).toBe(204);
    expect((await find(person.id)).roles).toEqual([]);
    expect((await auditOf(person.id)).filter(({ action }) => action === 'role.end')).toHaveLength(1);
  });

  it('that is to come never comes when it is ended', async () => {
    const [tricht, person] = [await aVillage(app), await aPerson(app)];
    await give(person, { ...brokerIn(tricht.id), from: '2026-12-01' });
    const [role] = (await find(person.id)).roles;
    await endRole(person, role?.id ?? '');
    await app.advance({ days: 300 });
    const { body } = await app.request<{ person: null | { roles: object[] } }>('GET', '/api/v1/me', {
      as: await aPerson(app, { email: person.email }),
    });
    expect(body.person?.roles).toEqual([]);
    await app.advance({ days: -300 });
  });
});

describe('the last administrator', () => {
  let small: TestApp;
  let one: TestPerson;
  let two: TestPerson;
  beforeAll(async () => {
    small = await createTestApp();
    one = await aPerson(small, { roles: [adminRole] });
    two = await aPerson(small);
  });
  afterAll(() => small.close());

  const idOfAdmin = async (person: TestPerson): Promise<string> => {
    const rows = await small.dataSource.query<{ id: string }[]>(
      `select id from role_assignment where person_id = $1 and role = 'admin' order by starts_at desc limit 1`,
      [person.id],
    );
    return rows[0]?.id ?? '';
  };
  const end = async (as: TestPerson, person: TestPerson) => {
    const path = `/api/v1/people/${person.id}/roles/${await idOfAdmin(person)}/end`;
    return small.request<ProblemBody>('POST', path, { as });
  };
  const make = (body: object) =>
    small.request('POST', `/api/v1/people/${two.id}/roles`, {
      as: one,
      body: { role: 'admin', scopeType: 'installation', scopeIds: [installationId], ...body },
    });

  it('stays, also beside one whose period ends or is to begin', async () => {
    expect((await end(one, one)).body.code).toBe('last_admin');
    await make({ until: '2026-03-31' });
    expect((await end(one, one)).body.code).toBe('last_admin');
    await make({ from: '2026-04-01' });
    expect((await end(one, one)).body.code).toBe('last_admin');
  });

  it('is not ended by two who end each other at once', async () => {
    const both = await aPerson(small, { roles: [adminRole] });
    const answers = await Promise.all([end(one, both), end(both, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});

describe('the home village', () => {
  const move = (person: TestPerson, body: object) =>
    app.request<ProblemBody>('PUT', `/api/v1/people/${person.id}/home-village`, { as: admin, body });

  it('is moved by the administrator, also of staff and within 90 days, and written down', async () => {
    const [tricht, deil] = [await aVillage(app), await aVillage(app)];
    const broker = await aPerson(app, {
      homeVillageId: tricht.id,
      roles: [{ role: 'broker', scopeType: 'village', scopeId: deil.id }],
    });
    for (const homeVillageId of [deil.id, null]) {
      expect((await move(broker, { homeVillageId })).status).toBe(204);
      expect((await find(broker.id)).homeVillageId).toBe(homeVillageId);
    }
    const written = (await auditOf(broker.id)).filter(({ action }) => action === 'person.move');
    expect(written.map(({ details }) => details)).toEqual([
      { from: tricht.id, to: deil.id },
      { from: deil.id, to: null },
    ]);
  });

  it.each([{}, { homeVillageId: 'tricht' }, { homeVillageId: undefined }])('is not moved by %j', async (body) => {
    expect((await move(await aPerson(app), body)).status).toBe(400);
  });
});
