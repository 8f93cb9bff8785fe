import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { ProposalCounts, ProposalSummary, ProposalView } from '@kernagenda/proposals/domain';
import { DraftsService } from './drafts.service';
import { ProposalCountsDto, ProposalDto, ProposalPageDto } from './proposals.answers.dto';
import { ProposalInputDto, ProposalListQuery, ProposalUpdateDto } from './proposals.dto';
import { ProposalsService } from './proposals.service';

@ApiTags('proposals')
@Controller()
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly drafts: DraftsService,
  ) {}

  /** What everyone may read, newest first; merged points are found at their target. */
  @Get('proposals')
  @Access('visitor')
  @ApiOkResponse({ type: ProposalPageDto })
  listPublic(@Query() { limit, cursor, ...filter }: ProposalListQuery): Promise<Page<ProposalSummary>> {
    return this.proposals.listPublic(filter, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Points by agenda state: over the municipality each once, and per village. */
  @Get('proposals/counts')
  @Access('visitor')
  @ApiOkResponse({ type: ProposalCountsDto })
  count(): Promise<ProposalCounts> {
    return this.proposals.count();
  }

  /** One proposal or point, with what this person may do now. */
  @Get('proposals/:id')
  @Access('visitor')
  @ApiOkResponse({ type: ProposalDto })
  getProposal(@IdParam() id: string, @CurrentActor() actor: Actor | null): Promise<ProposalView> {
    return this.proposals.getProposal(id, actor);
  }

  /** Everything this person wrote, in every state, newest first. */
  @Get('me/proposals')
  @Access('person')
  @ApiOkResponse({ type: ProposalPageDto })
  listMine(@CurrentActor() actor: Actor, @Query() { limit, cursor }: PageQuery): Promise<Page<ProposalSummary>> {
    return this.proposals.listMine(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** Starts a draft in the home village. */
  @Post('proposals')
  @Access('person')
  @ApiCreatedResponse({ type: ProposalDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() input: ProposalInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ProposalView> {
    return this.proposals.getProposal(await this.drafts.create(actor, input, call), actor);
  }

  /** Changes the text of an own draft, or of one that was sent back or refused. Needs `If-Match`. */
  @Patch('proposals/:id')
  @Access('person')
  @ApiOkResponse({ type: ProposalDto })
  async edit(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() update: ProposalUpdateDto,
    @IfMatch() seenVersion: number,
  ): Promise<ProposalView> {
    await this.drafts.edit(actor, id, update, seenVersion);
    return this.proposals.getProposal(id, actor);
  }

  /** Deletes an own draft for good. */
  @Delete('proposals/:id')
  @Access('person')
  @HttpCode(204)
  @ApiNoContentResponse()
  delete(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.drafts.delete(actor, id);
  }

  /** Sends it to the broker of the village. */
  @Post('proposals/:id/submit')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async submit(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.drafts.submit(actor, id);
    return this.proposals.getProposal(id, actor);
  }

  /** Takes it back from the desk; it is a draft again. */
  @Post('proposals/:id/recall')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async recall(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.drafts.recall(actor, id);
    return this.proposals.getProposal(id, actor);
  }
}
