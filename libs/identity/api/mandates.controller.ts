import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { Actor, MandateView } from '@kernagenda/identity/domain';
import { MandateDto, MandateInputDto, MandatePageDto } from './mandates.dto';
import { Mandates } from './mandates.service';

@ApiTags('mandates')
@Access('role:admin')
@Controller('mandates')
export class MandatesController {
  constructor(private readonly mandates: Mandates) {}

  /** Mandates that run or are to come, by name of the person. */
  @Get()
  @ApiOkResponse({ type: MandatePageDto })
  listMandates(@Query() { limit, cursor }: PageQuery): Promise<Page<MandateView>> {
    return this.mandates.list(limit, decodeCursor(cursor, ['text', 'id']));
  }

  /** Gives an official a mandate; 409 `already_exists` when they have one in that period. */
  @Post()
  @ApiCreatedResponse({ type: MandateDto })
  giveMandate(
    @CurrentActor() actor: Actor,
    @Body() input: MandateInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<MandateView> {
    return this.mandates.give(actor, input, call);
  }

  /** Ends a mandate at once. */
  @Post(':id/end')
  @HttpCode(204)
  @ApiNoContentResponse()
  endMandate(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    return this.mandates.end(actor, id);
  }
}
