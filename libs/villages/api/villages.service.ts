import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { projectBoundaries } from '@kernagenda/villages/domain';
import type {
  MapView,
  MunicipalityView,
  VillageBoundary,
  VillageSummary,
  VillageView,
  Water,
} from '@kernagenda/villages/domain';
import { mapQuery, municipalityQuery, villageQuery, villagesQuery, watersQuery } from './villages.queries';

@Injectable()
export class VillagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not_found` on an installation without data. */
  async getMunicipality(): Promise<MunicipalityView> {
    const municipality = await this.findMunicipality();
    if (!municipality) throw new Problem('not_found');
    return municipality;
  }

  /** Null on an installation without data. */
  async findMunicipality(): Promise<MunicipalityView | null> {
    const [municipality] = await namedQuery<MunicipalityView & { id: string }>(
      this.dataSource,
      'municipality',
      municipalityQuery,
    );
    return municipality ?? null;
  }

  async listVillages(limit: number, afterSlug: string | null): Promise<Page<VillageSummary>> {
    const rows = await namedQuery<VillageSummary>(this.dataSource, 'villages', villagesQuery, [afterSlug, limit + 1]);
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ slug }) => [slug],
    );
  }

  async getMap(): Promise<MapView> {
    const villages = await namedQuery<VillageBoundary>(this.dataSource, 'village-map', mapQuery);
    const [municipality] = await namedQuery<{ waters: Water[] }>(this.dataSource, 'village-waters', watersQuery);
    if (!municipality) throw new Problem('not_found');
    return projectBoundaries(villages, municipality.waters);
  }

  /** @throws Problem `not_found`. */
  async getVillage(slug: string): Promise<VillageView> {
    const values = [slug, this.clock.now()];
    const [village] = await namedQuery<VillageView>(this.dataSource, 'village', villageQuery, values);
    if (!village) throw new Problem('not_found');
    return village;
  }
}
