import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { AreaRecord } from '@kernagenda/villages/domain';
import { AreaNameDto, AreaRecordDto, AreaRecordPageDto, MoveVillageDto } from './administration.dto';
import { AreasService } from './areas.service';

@ApiTags('areas')
@Access('role:admin')
@Controller()
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  /** The areas by name, with their villages and brokers. */
  @Get('areas')
  @ApiOkResponse({ type: AreaRecordPageDto })
  listAreas(@Query() { limit, cursor }: PageQuery): Promise<Page<AreaRecord>> {
    return this.areas.list(limit, decodeCursor(cursor, ['text'])?.[0] ?? null);
  }

  /** Adds an area without villages; 409 `already_exists` for a name that is taken. */
  @Post('areas')
  @ApiCreatedResponse({ type: AreaRecordDto })
  addArea(
    @CurrentActor() actor: Actor,
    @Body() { name }: AreaNameDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<AreaRecord> {
    return this.areas.add(actor, name, call);
  }

  /** Renames an area. Needs `If-Match`. */
  @Patch('areas/:id')
  @ApiOkResponse({ type: AreaRecordDto })
  renameArea(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { name }: AreaNameDto,
    @IfMatch() seenVersion: number,
  ): Promise<AreaRecord> {
    return this.areas.rename(actor, id, name, seenVersion);
  }

  /** Moves a village to another area; the work of the brokers follows at once. */
  @Put('villages/:id/area')
  @HttpCode(204)
  @ApiNoContentResponse()
  moveVillage(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { areaId }: MoveVillageDto): Promise<void> {
    return this.areas.move(actor, id, areaId);
  }
}
