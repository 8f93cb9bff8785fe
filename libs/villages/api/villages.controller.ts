import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { MapView, MunicipalityView, VillageSummary, VillageView } from '@kernagenda/villages/domain';
import { CachedAnswer } from './cached-answer';
import { MapDto, MunicipalityDto, VillageDto, VillagePageDto } from './villages.dto';
import { VillagesService } from './villages.service';

@ApiTags('villages')
@Access('visitor')
@UseInterceptors(CachedAnswer)
@Controller()
export class VillagesController {
  constructor(private readonly villages: VillagesService) {}

  /** The municipality of this installation, with the attribution of its data. */
  @Get('municipality')
  @ApiOkResponse({ type: MunicipalityDto })
  getMunicipality(): Promise<MunicipalityView> {
    return this.villages.getMunicipality();
  }

  /** All villages by name, with population and postcodes. */
  @Get('villages')
  @ApiOkResponse({ type: VillagePageDto })
  listVillages(@Query() { limit, cursor }: PageQuery): Promise<Page<VillageSummary>> {
    return this.villages.listVillages(limit, decodeCursor(cursor, ['text'])?.[0] ?? null);
  }

  /** The boundaries as SVG paths in a plane 1000 wide. */
  @Get('villages/map')
  @ApiOkResponse({ type: MapDto })
  getMap(): Promise<MapView> {
    return this.villages.getMap();
  }

  /** One village with its area, brokers and neighbours. */
  @Get('villages/:slug')
  @ApiOkResponse({ type: VillageDto })
  getVillage(@Param('slug') slug: string): Promise<VillageView> {
    return this.villages.getVillage(slug);
  }
}
