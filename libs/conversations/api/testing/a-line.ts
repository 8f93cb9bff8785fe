import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import type { GivenRole } from '@kernagenda/identity/domain';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '@kernagenda/villages/api';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

/** Two villages with everyone who could want something from the direct line of the first. */
export interface Line {
  readonly tricht: TestVillage;
  readonly deil: TestVillage;
  /** Ids of teams; nobody works for `spare`. */
  readonly teams: Readonly<Record<'roads' | 'green' | 'water' | 'spare', string>>;
  readonly people: Readonly<Record<Part, TestPerson>>;
}

export type Part =
  | 'neighbour'
  | 'resident elsewhere'
  | 'member'
  | 'secretary'
  | 'chair'
  | 'secretary elsewhere'
  | 'broker of the village'
  | 'broker of the municipality'
  | 'broker on leave'
  | 'broker with cover'
  | 'broker elsewhere'
  | 'broker who lives in the village'
  | 'broker of another municipality'
  | 'official of the team'
  | 'official of the team who lives in the village'
  | 'official of the next team'
  | 'official of another team'
  | 'alderman'
  | 'admin';

/** The team is `roads`, the next one `green`, another `water`. */
export async function aLine(app: TestApp): Promise<Line> {
  const tricht = await aVillage(app);
  const deil = await aVillage(app, { name: 'Deil' });
  const { id: village, areaId: area, municipalityId: municipality } = tricht;
  const [roads, green, water, spare] = [
    (await aTeam(app, tricht)).id,
    (await aTeam(app, tricht)).id,
    (await aTeam(app, tricht)).id,
    (await aTeam(app, tricht)).id,
  ];
  const given = (role: GivenRole['role'], scopeType: GivenRole['scopeType'], scopeId: string, home?: TestVillage) =>
    aPerson(app, { roles: [{ role, scopeType, scopeId }], homeVillageId: home?.id ?? null });
  const people = {
    neighbour: await aPerson(app, { homeVillageId: village }),
    'resident elsewhere': await aPerson(app, { homeVillageId: deil.id }),
    member: await given('group_member', 'village', village, tricht),
    secretary: await given('secretary', 'village', village, tricht),
    chair: await given('chair', 'village', village, tricht),
    'secretary elsewhere': await given('secretary', 'village', deil.id, deil),
    'broker of the village': await given('broker', 'village', village),
    'broker of the municipality': await given('broker', 'municipality', municipality),
    'broker on leave': await given('broker', 'area', area),
    'broker with cover': await given('broker', 'area', deil.areaId),
    'broker elsewhere': await given('broker', 'area', deil.areaId),
    'broker who lives in the village': await given('broker', 'area', area, tricht),
    'broker of another municipality': await given('broker', 'municipality', await anotherMunicipality(app)),
    'official of the team': await given('official', 'team', roads),
    'official of the team who lives in the village': await given('official', 'team', roads, tricht),
    'official of the next team': await given('official', 'team', green),
    'official of another team': await given('official', 'team', water),
    alderman: await given('alderman', 'municipality', municipality),
    admin: await given('admin', 'installation', installationId),
  };
  await app.dataSource.query(
    'insert into role_cover (covered_id, covering_id, starts_at, ends_at) values ($1, $2, $3, $4)',
    [
      ...[people['broker on leave'].id, people['broker with cover'].id],
      ...[app.now(), new Date(app.now().getTime() + 28 * 86_400_000)],
    ],
  );
  return { tricht, deil, teams: { roads, green, water, spare }, people };
}

/** The id of a municipality that is not that of the villages. */
export const anotherMunicipality = (app: TestApp): Promise<string> =>
  app.get(VillagesRegistry).saveMunicipality(app.dataSource.manager, {
    ...{ slug: 'buren', name: 'Buren', population: 27_718 },
    ...{ populationSource: 'verzonnen voor de test', attribution: '© CBS/Kadaster (CC BY 4.0)', waters: [] },
  });
