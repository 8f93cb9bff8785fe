import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { MeView, PersonRecord } from '@kernagenda/identity/domain';
import { aProposal, aTown, perform, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const aChair = ({ id }: TestVillage): Promise<TestPerson> =>
  aPerson(app, { roles: [{ role: 'chair', scopeType: 'village', scopeId: id }] });

describe('a chair', () => {
  it('has the rights of the secretary, and is called so to whoever asks for rights', async () => {
    const { tricht, resident, broker } = await aTown(app);
    const chair = await aChair(tricht);
    const { person } = (await app.request<MeView>('GET', '/api/v1/me', { as: chair })).body;
    expect(person?.roles.map(({ role }) => role)).toEqual(['secretary']);
    const point = await aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
    expect((await perform(app, chair, 'explore', await see(app, point.id, chair))).status).toBe(200);
    expect((await perform(app, chair, 'put-on-agenda', await see(app, point.id, chair))).status).toBe(200);
    expect((await app.request('GET', '/api/v1/questions', { as: chair })).status).toBe(200);
  });

  it('reads and writes for the group in its threads', async () => {
    const { tricht, resident } = await aTown(app);
    const chair = await aChair(tricht);
    const calls = new ThreadCalls(app);
    const id = await calls.open(resident, { kind: 'group', villageId: tricht.id });
    expect((await calls.read(chair, id)).status).toBe(200);
    expect((await calls.write(chair, id)).status).toBe(201);
    expect((await calls.list(chair)).map((thread) => thread.id)).toEqual([id]);
  });

  it('may nothing in a village of another group', async () => {
    const { tricht, resident, broker } = await aTown(app);
    const chair = await aChair(await aVillage(app));
    const point = await aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
    expect((await perform(app, chair, 'explore', point)).status).toBe(403);
  });

  it('is given as such by the administrator, who sees it as it was given', async () => {
    const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
    const admin = await aPerson(app, { roles: [role] });
    const { id } = await aVillage(app);
    const person = await aPerson(app);
    const given = { role: 'chair', scopeType: 'village', scopeIds: [id] };
    const path = `/api/v1/people/${person.id}`;
    expect((await app.request('POST', `${path}/roles`, { as: admin, body: given })).status).toBe(204);
    const { body } = await app.request<PersonRecord>('GET', `${path}?reason=Rollen%20nakijken`, { as: admin });
    expect(body.roles.map(({ role }) => role)).toEqual(['chair']);
    const elsewhere = await app.request('POST', `${path}/roles`, { as: admin, body: { ...given, scopeType: 'area' } });
    expect(elsewhere.status).toBe(400);
  });
});
