import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { GivenRole } from '@kernagenda/identity/domain';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

/** Who speaks for a village, by role and scope: the one rule for letters, news and events. */
export const speaks: Readonly<Record<string, boolean>> = {
  secretary: true,
  chair: true,
  'broker of the village': true,
  'broker of the area': true,
  'broker of the municipality': true,
  'broker who lives there': false,
  'broker of elsewhere': false,
  'broker of another municipality': false,
  'secretary of elsewhere': false,
  'chair of elsewhere': false,
  'group member': false,
  'official of a team': false,
  'official of another municipality': false,
  alderman: false,
  'alderman of another municipality': false,
  admin: false,
  resident: false,
  visitor: false,
};

/** One of each, around a village; nobody for the visitor. */
export async function peopleAround(
  app: TestApp,
  tricht: TestVillage,
): Promise<Readonly<Record<string, TestPerson | null>>> {
  const elsewhere = await aVillage(app, { name: 'Deil' });
  const team = await aTeam(app, tricht);
  const given = (role: GivenRole['role'], scopeType: GivenRole['scopeType'], scopeId: string, home?: string) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], ...(home && { homeVillageId: home }) });
  return {
    secretary: await given('secretary', 'village', tricht.id, tricht.id),
    chair: await given('chair', 'village', tricht.id, tricht.id),
    'broker of the village': await given('broker', 'village', tricht.id),
    'broker of the area': await given('broker', 'area', tricht.areaId),
    'broker of the municipality': await given('broker', 'municipality', tricht.municipalityId),
    'broker who lives there': await given('broker', 'area', tricht.areaId, tricht.id),
    'broker of elsewhere': await given('broker', 'area', elsewhere.areaId),
    'broker of another municipality': await given('broker', 'municipality', randomUUID()),
    'secretary of elsewhere': await given('secretary', 'village', elsewhere.id, tricht.id),
    'chair of elsewhere': await given('chair', 'village', elsewhere.id, tricht.id),
    'group member': await given('group_member', 'village', tricht.id, tricht.id),
    'official of a team': await given('official', 'team', team.id),
    'official of another municipality': await given('official', 'municipality', randomUUID()),
    alderman: await given('alderman', 'municipality', tricht.municipalityId),
    'alderman of another municipality': await given('alderman', 'municipality', randomUUID()),
    admin: await given('admin', 'installation', '00000000-0000-4000-8000-000000000000'),
    resident: await aPerson(app, { homeVillageId: tricht.id }),
    visitor: null,
  };
}
