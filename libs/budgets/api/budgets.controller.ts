import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, IdParam, IfMatch } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { RedistributionView, VillageBudgetView } from '@kernagenda/budgets/domain';
import { RedistributionDto, RedistributionListDto, VillageBudgetDto } from './answers.dto';
import { BudgetNoteDto, BudgetQuery } from './applications.dto';
import { Redistributions } from './redistributions.service';
import { VillageBudgets } from './village-budgets.service';

@ApiTags('budgets')
@Access('person')
@Controller()
export class BudgetsController {
  constructor(
    private readonly budgets: VillageBudgets,
    private readonly redistributions: Redistributions,
  ) {}

  /** What a village has in a year, what was granted, and what is left; amounts in euro cents. */
  @Get('village-budgets/:village')
  @Access('visitor')
  @ApiOkResponse({ type: VillageBudgetDto })
  getVillageBudget(
    @Param('village') village: string,
    @CurrentActor() actor: Actor | null,
    @Query() { year }: BudgetQuery,
  ): Promise<VillageBudgetView> {
    return this.budgets.get(actor, village, year);
  }

  /** What would move between villages, the newest year first; empty for who works for none or one of them. */
  @Get('budget-redistributions')
  @ApiOkResponse({ type: RedistributionListDto })
  async listRedistributions(@CurrentActor() actor: Actor): Promise<{ items: readonly RedistributionView[] }> {
    return { items: await this.redistributions.list(actor) };
  }

  /** Moves the money; 409 `balance_changed` where something else would move by now, proposed anew. */
  @Post('budget-redistributions/:id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: RedistributionDto })
  confirmRedistribution(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
  ): Promise<RedistributionView> {
    return this.redistributions.confirm(actor, id, seen);
  }

  /** Proposes anew from what villages have now; when nothing can move, it is gone, and answered without moves. */
  @Post('budget-redistributions/:id/renew')
  @HttpCode(200)
  @ApiOkResponse({ type: RedistributionDto })
  renewRedistribution(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
  ): Promise<RedistributionView> {
    return this.redistributions.renew(actor, id, seen);
  }

  /** Says that nothing moves this year, and why. */
  @Post('budget-redistributions/:id/decline')
  @HttpCode(200)
  @ApiOkResponse({ type: RedistributionDto })
  declineRedistribution(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
    @Body() input: BudgetNoteDto,
  ): Promise<RedistributionView> {
    return this.redistributions.decline(actor, id, seen, input);
  }
}
