import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { ThresholdView } from '@kernagenda/procurement/domain';
import { ThresholdDto, ThresholdInputDto, ThresholdPageDto } from './thresholds.dto';
import { Thresholds } from './thresholds.service';

@ApiTags('procurement')
@Access('role:admin')
@Controller('procurement-thresholds')
export class ThresholdsController {
  constructor(private readonly thresholds: Thresholds) {}

  /** All rules for ways of buying, also those of earlier and later days, the newest first. */
  @Get()
  @ApiOkResponse({ type: ThresholdPageDto })
  listThresholds(@Query() { limit, cursor }: PageQuery): Promise<Page<ThresholdView>> {
    return this.thresholds.list(limit, decodeCursor(cursor, ['text', 'id']));
  }

  /** Adds a rule; 409 `already_exists` where one holds for that way of buying, or that amount, on one of the days. */
  @Post()
  @ApiCreatedResponse({ type: ThresholdDto })
  addThreshold(
    @CurrentActor() actor: Actor,
    @Body() input: ThresholdInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ThresholdView> {
    return this.thresholds.add(actor, input, call);
  }

  /** Changes a rule; what was decided by it stays as it was decided. Needs `If-Match`. */
  @Put(':id')
  @ApiOkResponse({ type: ThresholdDto })
  changeThreshold(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: ThresholdInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<ThresholdView> {
    return this.thresholds.change(actor, id, input, seenVersion);
  }
}
