import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, NumberParam } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type {
  AgendaComparison,
  AgendaContent,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
} from '@kernagenda/agendas/domain';
import { AgendaVersions } from './agenda-versions.service';
import {
  AgendaComparisonDto,
  AgendaContentDto,
  AgendaDto,
  AgendaVersionDto,
  AgendaVersionSummaryDto,
  ComparisonQuery,
  FreezeDto,
  ShareDto,
} from './agendas.dto';
import { AgendasService } from './agendas.service';

@ApiTags('agendas')
@Controller('agendas/:village')
export class AgendasController {
  constructor(
    private readonly agendas: AgendasService,
    private readonly versions: AgendaVersions,
  ) {}

  /** The agenda of a village: which villages share it, and its versions. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: AgendaDto })
  findAgenda(@CurrentActor() actor: Actor | null, @Param('village') village: string): Promise<AgendaView> {
    return this.agendas.find(actor, village);
  }

  /** What stands on it now: of every point what, who has to act and since when. */
  @Get('content')
  @Access('visitor')
  @ApiOkResponse({ type: AgendaContentDto })
  getAgendaContent(@Param('village') village: string): Promise<AgendaContent> {
    return this.agendas.getContent(village);
  }

  /** A version as it was frozen, without what was hidden since. */
  @Get('versions/:number')
  @Access('visitor')
  @ApiOkResponse({ type: AgendaVersionDto })
  getAgendaVersion(
    @Param('village') village: string,
    @NumberParam('number') number: number,
  ): Promise<AgendaVersionView> {
    return this.agendas.getVersion(village, number);
  }

  /** What is new, done, moved, changed or gone between two versions, or since one. */
  @Get('compare')
  @Access('visitor')
  @ApiOkResponse({ type: AgendaComparisonDto })
  compareAgenda(@Param('village') village: string, @Query() { from, to }: ComparisonQuery): Promise<AgendaComparison> {
    return this.agendas.compare(village, from, to ?? null);
  }

  /** Secretary, chair or broker keeps the agenda as it stands now as the next version. */
  @Post('versions')
  @Access('person')
  @ApiCreatedResponse({ type: AgendaVersionSummaryDto })
  freezeAgenda(
    @CurrentActor() actor: Actor,
    @Param('village') village: string,
    @Body() input: FreezeDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<AgendaVersionSummary> {
    return this.versions.freeze(actor, village, input, call);
  }

  /** Says which villages have one agenda; 409 `wrong_state` for a village with versions of its own. */
  @Put('villages')
  @Access('role:admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  shareAgenda(@CurrentActor() actor: Actor, @Param('village') village: string, @Body() input: ShareDto): Promise<void> {
    return this.versions.share(actor, village, input);
  }
}
