import { PeopleRegistry } from '@kernagenda/identity/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { MeView, ScopedRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aVillage } from './testing';
import type { TestVillage } from './testing';

describe('the home village', () => {
  let app: TestApp;
  let tricht: TestVillage;
  let deil: TestVillage;

  beforeAll(async () => {
    app = await createTestApp();
    tricht = await aVillage(app);
    deil = await aVillage(app, { name: 'Deil', besides: tricht });
  });
  afterAll(() => app.close());

  const move = (as: TestPerson, { id: homeVillageId }: TestVillage) =>
    app.request<MeView & ProblemBody>('PATCH', '/api/v1/me', { as, body: { homeVillageId } });
  const roleOf = (role: ScopedRole['role']): ScopedRole => ({ role, scopeType: 'village', scopeId: tricht.id });

  it('is chosen by a resident, and stands for 90 days', async () => {
    const resident = await aPerson(app);
    expect((await move(resident, tricht)).status).toBe(200);
    expect((await move(resident, deil)).body.code).toBe('home_village_fixed');
  });

  it.each(['broker', 'official', 'alderman', 'admin'] as const)(
    'attack 22: is chosen once by who has the role %s, and not left',
    async (role) => {
      const staff = await aPerson(app, { roles: [roleOf(role)] });
      expect((await move(staff, tricht)).status).toBe(200);
      const { status, body } = await move(staff, deil);
      expect([status, body.code]).toEqual([409, 'home_village_of_staff']);
      expect((await move(staff, tricht)).body.person?.homeVillageId).toBe(tricht.id);
    },
  );

  it.each(['group_member', 'secretary'] as const)('is left by a %s as by any resident', async (role) => {
    const resident = await aPerson(app, { roles: [roleOf(role)], homeVillageId: tricht.id });
    expect((await move(resident, deil)).status).toBe(200);
  });

  it('is free again when the role is over', async () => {
    const broker = await aPerson(app, { roles: [roleOf('broker')], homeVillageId: tricht.id });
    expect((await move(broker, deil)).body.code).toBe('home_village_of_staff');
    await app.get(PeopleRegistry).endRole(app.dataSource.manager, broker.id, roleOf('broker'));
    expect((await move(broker, deil)).status).toBe(200);
  });
});
