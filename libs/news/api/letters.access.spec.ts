import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { GivenRole } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { LetterCalls } from './testing';

/** Who writes, changes and sends the letter of a village, by role and scope; everybody reads it once it was sent. */
const mayWrite: Readonly<Record<string, boolean>> = {
  secretary: true,
  chair: true,
  'broker of the village': true,
  'broker of the area': true,
  'broker of the municipality': true,
  'broker who lives there': false,
  'broker of elsewhere': false,
  'secretary of elsewhere': false,
  'group member': false,
  'official of a team': false,
  alderman: false,
  admin: false,
  resident: false,
  visitor: false,
};

let app: TestApp;
let tricht: TestVillage;
let letters: LetterCalls;
let people: Readonly<Record<string, TestPerson | null>>;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
  tricht = await aVillage(app);
  const elsewhere = await aVillage(app, { name: 'Deil' });
  const team = await aTeam(app, tricht);
  const given = (role: GivenRole['role'], scopeType: GivenRole['scopeType'], scopeId: string, home?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  people = {
    secretary: await given('secretary', 'village', tricht.id, tricht.id),
    chair: await given('chair', 'village', tricht.id, tricht.id),
    'broker of the village': await given('broker', 'village', tricht.id),
    'broker of the area': await given('broker', 'area', tricht.areaId),
    'broker of the municipality': await given('broker', 'municipality', tricht.municipalityId),
    'broker who lives there': await given('broker', 'area', tricht.areaId, tricht.id),
    'broker of elsewhere': await given('broker', 'area', elsewhere.areaId),
    'secretary of elsewhere': await given('secretary', 'village', elsewhere.id, tricht.id),
    'group member': await given('group_member', 'village', tricht.id, tricht.id),
    'official of a team': await given('official', 'team', team.id),
    alderman: await given('alderman', 'municipality', tricht.municipalityId),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    resident: await aPerson(app, { homeVillageId: tricht.id }),
    visitor: null,
  };
});
afterAll(() => app.close());

describe('attack 06: a status letter', () => {
  it.each(Object.entries(mayWrite))(
    'is written, read as a draft, changed and sent by the %s: %s',
    async (name, may) => {
      const as = people[name] ?? null;
      const refused = as ? 403 : 401;
      expect((await letters.write(as, tricht.slug)).status).toBe(may ? 201 : refused);
      const { body: draft } = await letters.write(people['secretary'] ?? null, tricht.slug);
      expect((await letters.get(as, draft.id)).status).toBe(may ? 200 : 404);
      const listed = (await letters.list(as, tricht.slug)).body.items.some(({ id }) => id === draft.id);
      expect(listed).toBe(may);
      // Who has such a role elsewhere passes the door, and is told that there is no such letter.
      const unknown = !as ? 401 : name.startsWith('broker') || name.startsWith('secretary') ? 404 : 403;
      const edited = await letters.edit(as, draft, { introduction: 'Dag' });
      expect(edited.status).toBe(may ? 200 : unknown);
      const version = may ? edited.body.version : draft.version;
      const { status } = await letters.publish(as, { id: draft.id, version });
      expect(status).toBe(may ? 200 : unknown);
      if (!may) expect((await letters.discard(as, draft)).status).toBe(unknown);
    },
  );

  it.each(Object.keys(mayWrite))('is read by the %s once it was sent', async (name) => {
    const as = people[name] ?? null;
    const writer = people['secretary'] ?? null;
    const { body: draft } = await letters.write(writer, tricht.slug);
    await letters.publish(writer, draft);
    const { status, body } = await letters.get(as, draft.id);
    expect([status, body.allowedActions]).toEqual([200, []]);
  });
});
