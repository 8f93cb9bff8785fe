import { Injectable } from '@nestjs/common';
import { ArrayOverlap } from 'typeorm';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { Audit } from '@kernagenda/shared/api';
import { Area, Municipality, Team, Village, WorkingGroup } from './villages.entities';

type Without<Row, Key extends keyof Row> = Readonly<Omit<Row, Key>>;

/** What is entered of a municipality; its settings are the administrator's. */
type MunicipalitySource = Pick<
  Municipality,
  'slug' | 'name' | 'population' | 'populationSource' | 'attribution' | 'waters'
>;

/** Keeps the register of municipality, areas and villages: saving what stands already changes nothing. */
@Injectable()
export class VillagesRegistry {
  constructor(private readonly audit: Audit) {}

  /** The name of one that is there already stays: the administrator gives it. */
  async saveMunicipality(manager: EntityManager, source: MunicipalitySource): Promise<string> {
    const { slug, population, populationSource, attribution, waters } = source;
    const found = await manager.findOneBy(Municipality, { slug });
    const wanted = { slug, name: found?.name ?? source.name, population, populationSource, attribution, waters };
    return this.save(manager, Municipality, 'municipality', { slug }, wanted);
  }

  async saveArea(manager: EntityManager, area: Without<Area, 'id' | 'version'>): Promise<string> {
    const { municipalityId, name } = area;
    return this.save(manager, Area, 'area', { municipalityId, name }, area);
  }

  async saveVillage(manager: EntityManager, village: Without<Village, 'id'>): Promise<string> {
    const { municipalityId, slug } = village;
    return this.save(manager, Village, 'village', { municipalityId, slug }, village);
  }

  /** The id of the team of this name, which is entered when new and otherwise left as it is. */
  async saveTeam(manager: EntityManager, team: Without<Team, 'id' | 'version' | 'endsAt'>): Promise<string> {
    const { municipalityId, name } = team;
    const found = await manager.findOneBy(Team, { municipalityId, name });
    return found?.id ?? this.save(manager, Team, 'team', { municipalityId, name }, team);
  }

  /** Enters a group, unless one of its villages ever had one. */
  async saveGroup(manager: EntityManager, group: Without<WorkingGroup, 'id' | 'version' | 'endsAt'>): Promise<void> {
    const villageIds = ArrayOverlap([...group.villageIds]);
    if (await manager.existsBy(WorkingGroup, { villageIds })) return;
    const { id } = await manager.save(manager.create(WorkingGroup, group));
    const object = { objectType: 'working_group', objectId: id };
    await this.audit.record(manager, { actorId: null, action: 'group.create', ...object });
  }

  /** Where the villages are now: by slug, the id and the area of each. */
  async findVillages(manager: EntityManager, municipalityId: string): Promise<ReadonlyMap<string, Village>> {
    const villages = await manager.findBy(Village, { municipalityId });
    return new Map(villages.map((village) => [village.slug, village]));
  }

  /** The boundary and the dot of every village. */
  async findShapes(manager: EntityManager): Promise<readonly Pick<Village, 'id' | 'boundary' | 'point'>[]> {
    return manager.find(Village, { select: { id: true, boundary: true, point: true } });
  }

  private async save<Row extends ObjectLiteral & { readonly id: string }>(
    manager: EntityManager,
    entity: EntityTarget<Row>,
    objectType: string,
    key: FindOptionsWhere<Row>,
    wanted: Readonly<Partial<Omit<Row, 'id'>>>,
  ): Promise<string> {
    const repository = manager.getRepository(entity);
    const found = await repository.findOneBy(key);
    if (found && Object.entries(wanted).every(([field, value]) => isDeepStrictEqual(found[field], value)))
      return found.id;
    const saved = await repository.save(repository.create({ ...found, ...wanted } as unknown as Row));
    await this.audit.record(manager, {
      actorId: null,
      action: found ? 'change' : 'create',
      objectType,
      objectId: saved.id,
    });
    return saved.id;
  }
}
