import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { DeskView } from '@kernagenda/moderation/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

describe('the villages of a desk', () => {
  let app: TestApp;
  let own: TestVillage;
  let elsewhere: TestVillage;
  let broker: TestPerson;
  let colleague: TestPerson;

  const brokerOf = ({ areaId }: TestVillage) => ({ role: 'broker', scopeType: 'area', scopeId: areaId }) as const;
  const deskOf = async (as: TestPerson): Promise<readonly string[]> =>
    (await app.request<DeskView>('GET', '/api/v1/moderation/desk', { as })).body.villages.map(({ id }) => id);

  beforeAll(async () => {
    app = await createTestApp();
    own = await aVillage(app);
    elsewhere = await aVillage(app);
    broker = await aPerson(app, { roles: [brokerOf(own)] });
    colleague = await aPerson(app, { roles: [brokerOf(elsewhere)] });
  });
  afterAll(() => app.close());

  it('are those of the own area', async () => {
    expect(await deskOf(broker)).toContain(own.id);
    expect(await deskOf(broker)).not.toContain(elsewhere.id);
  });

  it('include one where nobody is free to moderate', async () => {
    const { id } = await aVillage(app);
    expect(await deskOf(broker)).toContain(id);
    expect(await deskOf(colleague)).toContain(id);
  });

  it('never include the home village', async () => {
    const atHome = await aPerson(app, { homeVillageId: own.id, roles: [brokerOf(own)] });
    expect(await deskOf(atHome)).not.toContain(own.id);
  });

  it('are told to brokers alone', async () => {
    const resident = await aPerson(app, { homeVillageId: own.id });
    expect((await app.request('GET', '/api/v1/moderation/desk', { as: resident })).status).toBe(403);
    expect((await app.request('GET', '/api/v1/moderation/desk')).status).toBe(401);
  });
});
