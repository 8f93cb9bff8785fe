import { randomUUID } from 'node:crypto';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { VillagesRegistry } from '../villages.registry';

export interface VillageOptions {
  readonly name?: string;
  readonly slug?: string;
  readonly population?: number;
  readonly neighbourSlugs?: readonly string[];
  /** In the area of this village instead of one of its own. */
  readonly besides?: TestVillage;
}

export interface TestVillage {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly areaId: string;
  readonly municipalityId: string;
}

/** A fresh village in the one municipality of the test, in an area of its own. */
export async function aVillage(app: TestApp, options: VillageOptions = {}): Promise<TestVillage> {
  const registry = app.get(VillagesRegistry);
  const unique = randomUUID().slice(0, 8);
  const { name = 'Tricht', slug = `dorp-${unique}`, population = 2113, neighbourSlugs = [], besides } = options;
  return app.dataSource.transaction(async (manager) => {
    const municipalityId = await registry.saveMunicipality(manager, {
      slug: 'west-betuwe',
      name: 'West Betuwe',
      population: 52_961,
      populationSource: 'gemeente West Betuwe, 1 januari 2024',
      attribution: '© CBS/Kadaster (CC BY 4.0)',
      waters: [],
    });
    const area = { municipalityId, name: `Gebied ${unique}`, isExample: true };
    const areaId = besides?.areaId ?? (await registry.saveArea(manager, area));
    const id = await registry.saveVillage(manager, {
      municipalityId,
      areaId,
      slug,
      name,
      bagCode: null,
      population,
      populationYear: 2017,
      populationSource: 'CBS, voorlopig, 1 januari 2017',
      postcodes: ['4196'],
      fact: null,
      neighbourSlugs,
      boundary: {
        type: 'Polygon',
        coordinates: [
          [
            [5.2, 51.8],
            [5.3, 51.8],
            [5.3, 51.9],
            [5.2, 51.9],
            [5.2, 51.8],
          ],
        ],
      },
      point: [5.25, 51.85],
      label: { dx: 0, dy: -14, anchor: 'middle' },
    });
    return { id, slug, name, areaId, municipalityId };
  });
}

export interface TestTeam {
  readonly id: string;
  readonly name: string;
}

/** A fresh team in the municipality of a village. */
export async function aTeam(app: TestApp, { municipalityId }: TestVillage): Promise<TestTeam> {
  const name = `Team ${randomUUID().slice(0, 8)}`;
  const team = { municipalityId, name, startsAt: app.now() };
  return { id: await app.get(VillagesRegistry).saveTeam(app.dataSource.manager, team), name };
}
