import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Access,
  CreatingCall,
  CurrentActor,
  IdParam,
  IfMatch,
  NumberParam,
  PageQuery,
  decodeCursor,
} from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { ProposalVersionView, ProposalView } from '@kernagenda/proposals/domain';
import { ProposalDto, ProposalVersionPageDto } from './proposals.answers.dto';
import { NewTextDto } from './proposals.dto';
import { ProposalsService } from './proposals.service';
import { VersionsService } from './versions.service';

@ApiTags('proposals')
@Controller('proposals/:id/versions')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Every text that was public, newest first; what waits or was refused only for its author and the broker. */
  @Get()
  @Access('visitor')
  @ApiOkResponse({ type: ProposalVersionPageDto })
  list(
    @IdParam() id: string,
    @CurrentActor() actor: Actor | null,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<ProposalVersionView>> {
    return this.versions.list(actor, id, limit, decodeCursor(cursor, ['instant', 'number', 'id']));
  }

  /** A new text for an own public point, which the broker reads first. Needs `If-Match` of the proposal. */
  @Post()
  @Access('person')
  @ApiCreatedResponse({ type: ProposalDto })
  async propose(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() text: NewTextDto,
    @IfMatch() seenVersion: number,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ProposalView> {
    await this.versions.propose(actor, id, text, seenVersion, call);
    return this.proposals.getProposal(id, actor);
  }

  /** Takes the own new text back from the desk. */
  @Post(':number/withdraw')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async withdraw(
    @IdParam() id: string,
    @NumberParam('number') number: number,
    @CurrentActor() actor: Actor,
  ): Promise<ProposalView> {
    await this.versions.withdraw(actor, id, number);
    return this.proposals.getProposal(id, actor);
  }
}
