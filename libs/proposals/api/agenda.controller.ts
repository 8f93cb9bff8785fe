import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, IdParam } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { PlanOptions, ProposalView, SupportCounts } from '@kernagenda/proposals/domain';
import { AgendaMoves } from './agenda-moves.service';
import { AgendaService } from './agenda.service';
import { PlanOptionsDto, ProposalDto, SupportCountsDto } from './proposals.answers.dto';
import { FinishDto, HoldDto, MergeDto, AgendaMoveDto, NotFeasibleDto, PlanDto, UnplanDto } from './proposals.dto';
import { ProposalsService } from './proposals.service';
import { SupportsService } from './supports.service';

@ApiTags('agenda')
@Access('person')
@Controller('proposals/:id')
export class AgendaController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly moves: AgendaMoves,
    private readonly supports: SupportsService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Supports a point; one per person, however often it is called. */
  @Put('support')
  @ApiOkResponse({ type: SupportCountsDto })
  support(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SupportCounts> {
    return this.supports.support(actor, id);
  }

  /** Takes the own support back. */
  @Delete('support')
  @ApiOkResponse({ type: SupportCountsDto })
  withdrawSupport(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<SupportCounts> {
    return this.supports.withdraw(actor, id);
  }

  /** The author takes a published wish back. */
  @Post('withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async withdraw(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.agenda.act(actor, id, 'withdraw');
    return this.proposals.getProposal(id, actor);
  }

  /** Broker or secretary starts to look into a wish. */
  @Post('explore')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async explore(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { undoable }: AgendaMoveDto,
  ): Promise<ProposalView> {
    await this.moves.move(actor, id, 'explore', undoable);
    return this.proposals.getProposal(id, actor);
  }

  /** Puts it on the agenda of the village, which is not a promise. */
  @Post('put-on-agenda')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async putOnAgenda(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { undoable }: AgendaMoveDto,
  ): Promise<ProposalView> {
    await this.moves.move(actor, id, 'put_on_agenda', undoable);
    return this.proposals.getProposal(id, actor);
  }

  /** Takes it off the agenda; it is explored again. */
  @Post('take-off-agenda')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async takeOffAgenda(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { undoable }: AgendaMoveDto,
  ): Promise<ProposalView> {
    await this.moves.move(actor, id, 'take_off_agenda', undoable);
    return this.proposals.getProposal(id, actor);
  }

  /** Takes the last step along the agenda back, within thirty seconds and by who asked for that time. */
  @Post('take-back')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async takeBack(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.moves.takeBack(actor, id);
    return this.proposals.getProposal(id, actor);
  }

  /** For whom this person can plan it. */
  @Get('plan-options')
  @ApiOkResponse({ type: PlanOptionsDto })
  listPlanOptions(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PlanOptions> {
    return this.agenda.listPlanOptions(actor, id);
  }

  /** Says who takes it on and until when: a team, or the broker. */
  @Post('plan')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async plan(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: PlanDto): Promise<ProposalView> {
    await this.agenda.plan(actor, id, input);
    return this.proposals.getProposal(id, actor);
  }

  /** Takes the plan back, and says why; it is on the agenda again. */
  @Post('unplan')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async unplan(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: UnplanDto): Promise<ProposalView> {
    await this.agenda.unplan(actor, id, input);
    return this.proposals.getProposal(id, actor);
  }

  /** The work begins. */
  @Post('start')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async start(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.agenda.act(actor, id, 'start');
    return this.proposals.getProposal(id, actor);
  }

  /** It is done; says what shows that. */
  @Post('finish')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async finish(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: FinishDto): Promise<ProposalView> {
    await this.agenda.finish(actor, id, input);
    return this.proposals.getProposal(id, actor);
  }

  /** Puts it on hold until a day on which it is looked at again. */
  @Post('hold')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async hold(@IdParam() id: string, @CurrentActor() actor: Actor, @Body() input: HoldDto): Promise<ProposalView> {
    await this.agenda.hold(actor, id, input);
    return this.proposals.getProposal(id, actor);
  }

  /** Goes on where it stood before it was put on hold. */
  @Post('resume')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async resume(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.agenda.act(actor, id, 'resume');
    return this.proposals.getProposal(id, actor);
  }

  /** Says that it cannot be done, why, and what can. */
  @Post('mark-not-feasible')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async markNotFeasible(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() input: NotFeasibleDto,
  ): Promise<ProposalView> {
    await this.agenda.markNotFeasible(actor, id, input);
    return this.proposals.getProposal(id, actor);
  }

  /** Explores again what was not feasible. */
  @Post('reopen')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async reopen(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProposalView> {
    await this.agenda.act(actor, id, 'reopen');
    return this.proposals.getProposal(id, actor);
  }

  /** Lets it go on in another point of the same village; supporters move along. */
  @Post('merge')
  @HttpCode(200)
  @ApiOkResponse({ type: ProposalDto })
  async merge(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Body() { targetId }: MergeDto,
  ): Promise<ProposalView> {
    await this.agenda.merge(actor, id, targetId);
    return this.proposals.getProposal(id, actor);
  }
}
