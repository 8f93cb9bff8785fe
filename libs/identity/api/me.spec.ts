import { randomUUID } from 'node:crypto';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { MeView, ScopedRole } from '@kernagenda/identity/domain';
import { PeopleRegistry } from './people.registry';
import { aPerson } from './testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const me = async (cookie: string) => (await app.request<MeView>('GET', '/api/v1/me', { as: { cookie } })).body.person;

describe('who asks', () => {
  it('is nobody for a visitor', async () => {
    const { status, body } = await app.request<MeView>('GET', '/api/v1/me');
    expect([status, body]).toEqual([200, { person: null, demo: false }]);
  });

  it('is nobody for a made-up session', async () => {
    expect(await me('ka_session=made-up')).toBeNull();
  });

  it('cannot take the home village away', async () => {
    const person = await aPerson(app);
    const answer = await app.request('PATCH', '/api/v1/me', { as: person, body: { homeVillageId: null } });
    expect(answer.status).toBe(400);
  });

  it('has the roles that are valid now', async () => {
    const village: ScopedRole = { role: 'broker', scopeType: 'village', scopeId: randomUUID() };
    const { id, cookie } = await aPerson(app, { roles: [village] });
    const soon = new Date(app.now().getTime() + 3_600_000);
    await app
      .get(PeopleRegistry)
      .saveRole(app.dataSource.manager, id, { ...village, role: 'admin' }, { startsAt: soon });
    expect((await me(cookie))?.roles).toEqual([village]);
    await app.advance({ seconds: 3600 });
    expect((await me(cookie))?.roles).toHaveLength(2);
  });

  it('gets a role once, however often it is given', async () => {
    const village: ScopedRole = { role: 'secretary', scopeType: 'village', scopeId: randomUUID() };
    const { cookie } = await aPerson(app, { roles: [village, village] });
    expect((await me(cookie))?.roles).toEqual([village]);
  });

  it('attack 12: loses a role at once, in an open session', async () => {
    const village: ScopedRole = { role: 'broker', scopeType: 'village', scopeId: randomUUID() };
    const { id, cookie } = await aPerson(app, { roles: [village] });
    await app.get(PeopleRegistry).endRole(app.dataSource.manager, id, village);
    expect((await me(cookie))?.roles).toEqual([]);
  });
});

describe('changing the own name', () => {
  it('keeps what is within the limits, trimmed', async () => {
    const sanne = await aPerson(app);
    const body = { displayName: '  Sanne de Wit  ' };
    const answer = await app.request<MeView>('PATCH', '/api/v1/me', { as: sanne, body });
    expect(answer.body.person?.displayName).toBe('Sanne de Wit');
    expect((await me(sanne.cookie))?.displayName).toBe('Sanne de Wit');
  });

  it('becomes one line of what can be seen', async () => {
    const sanne = await aPerson(app);
    const rename = (displayName: string) =>
      app.request<MeView & ProblemBody>('PATCH', '/api/v1/me', { as: sanne, body: { displayName } });
    expect((await rename('Sanne\r\nde\u202e Wit\u200b')).body.person?.displayName).toBe('Sanne de Wit');
    expect((await rename('\u200b\n \u2028 x')).body.errors?.map(({ pointer }) => pointer)).toEqual(['/displayName']);
  });

  it('is written in the audit by field, not by content', async () => {
    const sanne = await aPerson(app);
    await app.request('PATCH', '/api/v1/me', { as: sanne, body: { displayName: 'Geheime Naam' } });
    const rows = await app.dataSource.query<object[]>(
      `select e.action, d.details from audit_entry e join audit_details d on d.entry_id = e.id where e.object_id = $1`,
      [sanne.id],
    );
    expect(rows).toEqual([{ action: 'person.update', details: { changed: ['displayName'] } }]);
  });

  it('is for who signed in', async () => {
    const answer = await app.request<ProblemBody>('PATCH', '/api/v1/me', { body: { displayName: 'Sanne' } });
    expect([answer.status, answer.body.code]).toEqual([401, 'sign_in_required']);
  });
});

describe('the demo', () => {
  it.each([
    ['GET', '/api/v1/demo/people'],
    ['GET', '/api/v1/demo/mail?to=sanne@dorp.test'],
    ['POST', '/api/v1/demo/sign-in'],
  ])('does not exist outside the demo: %s %s', async (method, path) => {
    const { id } = await aPerson(app, { demoDescription: 'Doet mee.' });
    const answer = await app.request<ProblemBody>(method, path, method === 'POST' ? { body: { personId: id } } : {});
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});
