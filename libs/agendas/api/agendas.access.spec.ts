import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import type { AgendaView } from '@kernagenda/agendas/domain';

/** Who freezes the agenda that two villages share, by role and scope; everybody reads it. */
const mayFreeze: Readonly<Record<string, boolean>> = {
  'secretary of one village': true,
  'secretary of the other village': true,
  chair: true,
  'broker of one village': true,
  'broker of the area': true,
  'broker of the municipality': true,
  'broker who lives in one of them': false,
  'broker of elsewhere': false,
  'secretary of elsewhere': false,
  'group member': false,
  'official of a team': false,
  'official of the municipality': false,
  alderman: false,
  admin: false,
  resident: false,
  visitor: false,
};

let app: TestApp;
let varik: TestVillage;
let villageIds: readonly string[];
let people: Readonly<Record<string, TestPerson | null>>;

beforeAll(async () => {
  app = await createTestApp();
  varik = await aVillage(app, { name: 'Varik' });
  const [heesselt, elsewhere] = [await aVillage(app, { name: 'Heesselt' }), await aVillage(app, { name: 'Spijk' })];
  const team = await aTeam(app, varik);
  const given = (
    role: ScopedRole['role'] | 'chair',
    scopeType: ScopedRole['scopeType'],
    scopeId: string,
    home?: string,
  ) => aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  people = {
    'secretary of one village': await given('secretary', 'village', varik.id, varik.id),
    'secretary of the other village': await given('secretary', 'village', heesselt.id, heesselt.id),
    chair: await given('chair', 'village', varik.id, varik.id),
    'broker of one village': await given('broker', 'village', heesselt.id),
    'broker of the area': await given('broker', 'area', varik.areaId),
    'broker of the municipality': await given('broker', 'municipality', varik.municipalityId),
    'broker who lives in one of them': await given('broker', 'village', varik.id, heesselt.id),
    'broker of elsewhere': await given('broker', 'village', elsewhere.id),
    'secretary of elsewhere': await given('secretary', 'village', elsewhere.id, varik.id),
    'group member': await given('group_member', 'village', varik.id, varik.id),
    'official of a team': await given('official', 'team', team.id),
    'official of the municipality': await given('official', 'municipality', varik.municipalityId),
    alderman: await given('alderman', 'municipality', varik.municipalityId),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    resident: await aPerson(app, { homeVillageId: varik.id }),
    visitor: null,
  };
  villageIds = [varik.id, heesselt.id];
  expect((await share(people['admin'] ?? null)).status).toBe(204);
});
afterAll(() => app.close());

const share = (as: TestPerson | null) =>
  app.request('PUT', `/api/v1/agendas/${varik.slug}/villages`, { as, body: { villageIds } });
const input = { referenceOn: '2020-01-01', receivedBy: 'De wethouder' };
const read = (as: TestPerson | null, path = '') =>
  app.request<AgendaView>('GET', `/api/v1/agendas/${varik.slug}${path}`, { as });

describe('attack 05: an agenda of two villages', () => {
  it.each(Object.entries(mayFreeze))('is frozen by the %s: %s', async (name, may) => {
    const as = people[name] ?? null;
    const before = (await read(null)).body.versions.length;
    expect((await read(as)).body.allowedActions).toEqual(
      may ? ['freeze', 'curate'] : name === 'admin' ? ['share'] : [],
    );
    const { status } = await app.request('POST', `/api/v1/agendas/${varik.slug}/versions`, { as, body: input });
    expect(status).toBe(may ? 201 : as ? 403 : 401);
    expect((await read(null)).body.versions).toHaveLength(before + (may ? 1 : 0));
  });

  it.each(Object.keys(mayFreeze))('is read by the %s, with its versions', async (name) => {
    const as = people[name] ?? null;
    for (const path of ['', '/content', '/versions/1', '/compare?from=1']) {
      expect([path, (await read(as, path)).status]).toEqual([path, 200]);
    }
  });

  it.each(Object.keys(mayFreeze))(
    'is shared with villages by the administrator alone, asked by the %s',
    async (name) => {
      const as = people[name] ?? null;
      expect((await share(as)).status).toBe(name === 'admin' ? 204 : as ? 403 : 401);
    },
  );

  it('attack 04: is not frozen by the address of another one', async () => {
    const as = people['secretary of one village'] ?? null;
    const elsewhere = await aVillage(app, { name: 'Deil' });
    const { status } = await app.request('POST', `/api/v1/agendas/${elsewhere.slug}/versions`, { as, body: input });
    expect(status).toBe(403);
  });
});
