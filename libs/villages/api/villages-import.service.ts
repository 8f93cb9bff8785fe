import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Problem } from '@kernagenda/shared/domain';
import type { LabelOffset } from '@kernagenda/villages/domain';
import { importLimits, neighboursOf, toSlug } from '@kernagenda/villages/domain/geojson';
import type { ImportedVillage, ImportedVillages } from '@kernagenda/villages/domain/geojson';
import { findMunicipality } from './municipality';
import { Area, Municipality } from './villages.entities';
import type { Village } from './villages.entities';
import { VillagesRegistry } from './villages.registry';

export interface ImportReport {
  readonly municipality: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Villages of the municipality that the file does not hold: they stay as they are. */
  readonly untouched: readonly string[];
}

/** Any number; two imports at once take turns. */
const importLock = 7_142_085;
const aboveDot: LabelOffset = { dx: 0, dy: -14, anchor: 'middle' };

/** Enters villages from a file. All of it is there afterwards, or nothing; a second time changes nothing. */
@Injectable()
export class VillagesImport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: VillagesRegistry,
  ) {}

  /**
   * Villages are known by their slug. What the administrator decided stays: the name of the municipality and the area of
   * a village that is there already. So does what the file does not say.
   * @param municipalityName of a municipality that is not there yet
   * @throws Problem `invalid_input` without that name, with another one than there is, or with too many villages
   */
  async import({ villages, attribution }: ImportedVillages, municipalityName: string | null): Promise<ImportReport> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [importLock]);
      const municipality = await this.findMunicipality(manager, municipalityName);
      const known = await this.registry.findVillages(manager, municipality.id);
      const inFile = new Map<string, Village | ImportedVillage>(villages.map((one) => [one.slug, one]));
      const all = [...new Map([...known, ...inFile]).values()];
      if (all.length > importLimits.villages) {
        throw new Problem('invalid_input', `A municipality has at most ${importLimits.villages} villages.`);
      }
      const nearby = neighboursOf(all);
      for (const village of villages) {
        const before = known.get(village.slug);
        const areaId = before?.areaId ?? (await this.findArea(manager, municipality, village.areaName));
        const neighbourSlugs = village.neighbourSlugs ?? nearby.get(village.slug) ?? [];
        const row = { ...toRow(village, before), municipalityId: municipality.id, areaId, neighbourSlugs };
        await this.registry.saveVillage(manager, row);
      }
      await this.registry.saveMunicipality(manager, { ...municipality, ...described(all, attribution) });
      const after = await this.registry.findVillages(manager, municipality.id);
      return reportOf(municipality.name, villages, known, after);
    });
  }

  private async findMunicipality(manager: EntityManager, name: string | null): Promise<Municipality> {
    const found = await findMunicipality(manager);
    if (found) {
      if (name === null || name === found.name) return found;
      throw new Problem('invalid_input', `This installation is of the municipality ${found.name}, not of ${name}.`);
    }
    if (name === null) throw new Problem('invalid_input', 'There is no municipality yet; say its name.');
    const empty = { population: 0, populationSource: '', attribution: '', waters: [] };
    const id = await this.registry.saveMunicipality(manager, { slug: toSlug(name), name, ...empty });
    return manager.findOneByOrFail(Municipality, { id });
  }

  /** Villages without an area share one, of the name of the municipality; the administrator divides it. */
  private async findArea(manager: EntityManager, municipality: Municipality, given: string | null): Promise<string> {
    const area = { municipalityId: municipality.id, name: given ?? municipality.name };
    const found = await manager.findOneBy(Area, area);
    return found?.id ?? this.registry.saveArea(manager, { ...area, isExample: false });
  }
}

function toRow(
  { slug, name, population, populationYear, populationSource, boundary, point, postcodes, fact }: ImportedVillage,
  before: Village | undefined,
): Omit<Village, 'id' | 'municipalityId' | 'areaId' | 'neighbourSlugs'> {
  return {
    ...{ slug, name, population, populationYear, populationSource, boundary, point },
    postcodes: postcodes ?? before?.postcodes ?? [],
    fact: fact ?? before?.fact ?? null,
    bagCode: before?.bagCode ?? null,
    label: before?.label ?? aboveDot,
  };
}

/** What follows from the villages: how many people live there, and whose data it is. */
function described(
  villages: readonly (Village | ImportedVillage)[],
  attribution: string | null,
): Pick<Municipality, 'population' | 'populationSource' | 'attribution'> {
  const sources = [...new Set(villages.map(({ populationSource }) => populationSource))].sort().join('; ');
  const population = villages.reduce((sum, village) => sum + village.population, 0);
  return { population, populationSource: sources, attribution: attribution ?? sources };
}

function reportOf(
  municipality: string,
  villages: readonly ImportedVillage[],
  before: ReadonlyMap<string, Village>,
  after: ReadonlyMap<string, Village>,
): ImportReport {
  const slugs = villages.map(({ slug }) => slug);
  const isSame = (slug: string): boolean => isDeepStrictEqual(before.get(slug), after.get(slug));
  return {
    municipality,
    added: slugs.filter((slug) => !before.has(slug)),
    changed: slugs.filter((slug) => before.has(slug) && !isSame(slug)),
    unchanged: slugs.filter((slug) => before.has(slug) && isSame(slug)),
    untouched: [...before.keys()].filter((slug) => !slugs.includes(slug)).sort(),
  };
}
