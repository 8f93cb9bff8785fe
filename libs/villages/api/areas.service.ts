import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Rights } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { AreaRecord } from '@kernagenda/villages/domain';
import { areasQuery, peopleOfAreasQuery } from './administration.queries';
import type { AreaRow } from './administration.queries';
import { requireMunicipality } from './municipality';
import { Area, Village } from './villages.entities';

/** The division of the municipality into areas. Who may is said at the door: the administrator. */
@Injectable()
export class AreasService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly rights: Rights,
  ) {}

  async list(limit: number, afterName: string | null): Promise<Page<AreaRecord>> {
    const rows = await this.read(this.dataSource.manager, null, afterName, limit + 1);
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ name }) => [name],
    );
  }

  /** @throws Problem `already_exists` for a name that is taken, `wrong_state` without a municipality. */
  async add(actor: Actor, name: string, call: IdempotentCall | null): Promise<AreaRecord> {
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const municipality = await requireMunicipality(manager);
        const area = manager.create(Area, { municipalityId: municipality.id, name, isExample: false });
        const { id } = await manager.save(area);
        await this.record(manager, actor, 'area.create', 'area', id, {});
        return this.readOne(manager, id);
      }),
    );
  }

  /** Renames an area; whoever names it means it, so it is no example any more. @throws Problem `stale_version`. */
  async rename(actor: Actor, id: string, name: string, seenVersion: number): Promise<AreaRecord> {
    return this.dataSource.transaction(async (manager) => {
      const area = await manager.findOne(Area, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!area) throw new Problem('not_found');
      requireVersion(area.version, seenVersion);
      if (area.name !== name) {
        await manager.update(Area, id, { name, isExample: false, version: area.version + 1 });
        await this.record(manager, actor, 'area.rename', 'area', id, { from: area.name, to: name });
      }
      return this.readOne(manager, id);
    });
  }

  /** Moves a village to another area: from now on it is the work of the brokers there. */
  async move(actor: Actor, villageId: string, givenAreaId: string): Promise<void> {
    const areaId = givenAreaId.toLowerCase();
    const people = await this.dataSource.transaction(async (manager) => {
      const village = await manager.findOne(Village, { where: { id: villageId }, lock: { mode: 'pessimistic_write' } });
      if (!village) throw new Problem('not_found');
      const area = await manager.findOneBy(Area, { id: areaId, municipalityId: village.municipalityId });
      if (!area) throw invalidField('/areaId', 'an area of the same municipality');
      if (village.areaId === areaId) return [];
      await manager.update(Village, villageId, { areaId });
      const details = { from: village.areaId, to: areaId };
      await this.record(manager, actor, 'village.move', 'village', villageId, details);
      const values = [[village.areaId, areaId], this.clock.now()];
      return manager.query<{ readonly id: string }[]>(peopleOfAreasQuery, values);
    });
    await this.rights.tell(people.map(({ id }) => id));
  }

  private async readOne(manager: EntityManager, id: string): Promise<AreaRecord> {
    const [area] = await this.read(manager, id, null, 1);
    if (!area) throw new Problem('not_found');
    return area;
  }

  private read(manager: EntityManager, id: string | null, afterName: string | null, rows: number): Promise<AreaRow[]> {
    return namedQuery<AreaRow>(manager, 'areas', areasQuery, [this.clock.now(), id, afterName, rows]);
  }

  private record(
    manager: EntityManager,
    { personId: actorId }: Actor,
    action: string,
    objectType: string,
    objectId: string,
    details: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.audit.record(manager, { actorId, action, objectType, objectId, details });
  }
}
