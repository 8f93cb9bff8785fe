import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { circleLimits } from '@kernagenda/notifications/domain';
import type { CircleInput } from '@kernagenda/notifications/domain';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { VillagesRegistry } from '@kernagenda/villages/api';
import type { Point } from '@kernagenda/villages/domain';
import { metresTo } from '@kernagenda/villages/domain/geojson';
import { circlesQuery, drawCircleQuery, reachQuery, removeCircleQuery } from './follows.queries';

interface Circle {
  readonly id: string;
  readonly radius: number;
  readonly longitude: number;
  readonly latitude: number;
}

type Shapes = Awaited<ReturnType<VillagesRegistry['findShapes']>>;

const slice = 500;

/** The circle somebody follows, and which villages it reaches: worked out when it is drawn, and again every night. */
@Injectable()
export class CirclesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly villages: VillagesRegistry,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('notifications-circles', () => this.refresh());
  }

  /** @throws Problem `not_found` for a village that is not there. */
  async draw({ personId }: Actor, { radius, villageId, longitude, latitude }: CircleInput): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const shapes = await this.villages.findShapes(manager);
      const centre =
        villageId === null ? placeOf(longitude, latitude) : shapes.find(({ id }) => id === villageId)?.point;
      if (!centre) throw new Problem('not_found');
      const [east, north] = [rounded(centre[0]), rounded(centre[1])];
      const values = [personId, radius, east, north, villageId, this.clock.now()];
      const rows: readonly { readonly id: string }[] = await manager.query(drawCircleQuery, values);
      const circles = rows.map(({ id }) => ({ id, radius, longitude: east, latitude: north }));
      await this.reach(manager, shapes, circles);
      await this.note(manager, personId, 'follow');
    });
  }

  async remove({ personId }: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(removeCircleQuery, [personId]);
      await this.note(manager, personId, 'unfollow');
    });
  }

  /** Boundaries may have been imported anew. */
  private async refresh(): Promise<void> {
    const shapes = await this.villages.findShapes(this.dataSource.manager);
    for (let after: string | null = null, isDone = false; !isDone;) {
      const circles: readonly Circle[] = await this.dataSource.query(circlesQuery, [after, slice]);
      await this.reach(this.dataSource.manager, shapes, circles);
      after = circles.at(-1)?.id ?? null;
      isDone = circles.length < slice;
    }
  }

  private async reach(manager: EntityManager, shapes: Shapes, circles: readonly Circle[]): Promise<void> {
    const pairs = circles.flatMap(({ id, radius, longitude, latitude }) =>
      shapes
        .filter(({ boundary }) => metresTo(boundary, [longitude, latitude]) <= radius)
        .map((village) => ({ followId: id, villageId: village.id })),
    );
    await manager.query(reachQuery, [
      pairs.map(({ followId }) => followId),
      pairs.map(({ villageId }) => villageId),
      circles.map(({ id }) => id),
    ]);
  }

  /** That there is a circle, not where: the audit is no map of where people live. */
  private async note(manager: EntityManager, personId: string, action: string): Promise<void> {
    const details = { what: 'circle' };
    await this.audit.record(manager, { actorId: personId, action, objectType: 'person', objectId: personId, details });
  }
}

const placeOf = (longitude: number | null, latitude: number | null): Point | null =>
  longitude === null || latitude === null ? null : [longitude, latitude];

const rounded = (degrees: number): number => Number(degrees.toFixed(circleLimits.decimals));
