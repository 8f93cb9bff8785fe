import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, ClientNetwork, CurrentActor, IdParam, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { CodeBatchView, MadeCodes, ResidencyView } from '@kernagenda/villages/domain/residency';
import { CodeBatches } from './code-batches.service';
import {
  CodeBatchDto,
  CodeBatchInputDto,
  CodeBatchPageDto,
  CodeVillagesDto,
  MadeCodesDto,
  ProveDto,
  ResidencyDto,
  WithdrawBatchDto,
} from './residency.dto';
import { Residency } from './residency.service';

@ApiTags('residency')
@Access('role:broker', 'role:admin')
@Controller('residency-batches')
export class CodeBatchesController {
  constructor(private readonly batches: CodeBatches) {}

  /** Codes for letterboxes that were made for the villages of this person, newest first; never the codes themselves. */
  @Get()
  @ApiOkResponse({ type: CodeBatchPageDto })
  listCodeBatches(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<CodeBatchView>> {
    return this.batches.list(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** The villages this person may make codes for, by name: of the own scope, and never the home village. */
  @Get('villages')
  @ApiOkResponse({ type: CodeVillagesDto })
  async listCodeVillages(@CurrentActor() actor: Actor): Promise<{ readonly items: readonly VillageRef[] }> {
    return { items: await this.batches.listVillages(actor) };
  }

  /** Makes codes. This answer is the only place where they stand: sent again after a lost answer it makes others. */
  @Post()
  @ApiCreatedResponse({ type: MadeCodesDto })
  makeCodes(@CurrentActor() actor: Actor, @Body() input: CodeBatchInputDto): Promise<MadeCodes> {
    return this.batches.make(actor, input);
  }

  /** Stops the codes of a batch, and takes back what was proven with them where that is asked; twice changes nothing. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: CodeBatchDto })
  withdrawCodes(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { takesBackProofs }: WithdrawBatchDto,
  ): Promise<CodeBatchView> {
    return this.batches.withdraw(actor, id, takesBackProofs);
  }
}

@ApiTags('residency')
@Access('person')
@Controller('me/residency')
export class ResidencyController {
  constructor(private readonly residency: Residency) {}

  /** Whether the own home village was proven, and when. */
  @Get()
  @ApiOkResponse({ type: ResidencyDto })
  getResidency(@CurrentActor() actor: Actor): Promise<ResidencyView> {
    return this.residency.get(actor);
  }

  /** Shows with a code from the letterbox and a postcode to live in the home village. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ResidencyDto })
  proveResidency(
    @CurrentActor() actor: Actor,
    @Body() input: ProveDto,
    @ClientNetwork() network: string,
  ): Promise<ResidencyView> {
    return this.residency.prove(actor, input, network);
  }
}
