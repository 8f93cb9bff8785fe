import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { ApplicationSummary, ApplicationView } from '@kernagenda/budgets/domain';
import type { Page } from '@kernagenda/shared/domain';
import { ApplicationDto, ApplicationPageDto } from './answers.dto';
import {
  ApplicationInputDto,
  ApplicationsQuery,
  BudgetAdviceDto,
  BudgetDecisionDto,
  BudgetNoteDto,
} from './applications.dto';
import { ApplicationsService } from './applications.service';
import { BudgetDecisions } from './decisions.service';

/** Every change of an application needs `If-Match`: nobody decides about what they did not see. */
@ApiTags('budgets')
@Access('person')
@Controller('budget-applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly decisions: BudgetDecisions,
  ) {}

  /** Applications the reader may read: what waits in the order of receipt, what is closed, or the own ones. */
  @Get()
  @ApiOkResponse({ type: ApplicationPageDto })
  listApplications(
    @CurrentActor() actor: Actor,
    @Query() { list, cursor, limit }: ApplicationsQuery,
  ): Promise<Page<ApplicationSummary>> {
    return this.applications.list(actor, list, limit, decodeCursor(cursor, ['number', 'number']));
  }

  /** Hands an application in, for a resident or for the group of the village; answers its receipt with the reference; 409 `too_many_open`. */
  @Post()
  @ApiCreatedResponse({ type: ApplicationDto })
  apply(
    @CurrentActor() actor: Actor,
    @Body() input: ApplicationInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<ApplicationView> {
    return this.applications.apply(actor, input, call);
  }

  /** For who applied, the secretary and the broker of the village, and who decides; 404 for all others. */
  @Get(':id')
  @ApiOkResponse({ type: ApplicationDto })
  getApplication(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ApplicationView> {
    return this.applications.get(actor, id);
  }

  /** Asks who applied for what is missing; the term stands still meanwhile (Awb art. 4:5 and 4:15). */
  @Post(':id/ask')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDto })
  ask(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
    @Body() input: BudgetNoteDto,
  ): Promise<ApplicationView> {
    return this.applications.ask(actor, id, seen, input);
  }

  /** Answers what was asked. */
  @Post(':id/complete')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDto })
  complete(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
    @Body() input: BudgetNoteDto,
  ): Promise<ApplicationView> {
    return this.applications.complete(actor, id, seen, input);
  }

  /** What the broker of the village advises. */
  @Post(':id/advise')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDto })
  advise(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
    @Body() input: BudgetAdviceDto,
  ): Promise<ApplicationView> {
    return this.applications.advise(actor, id, seen, input);
  }

  /** Grants all, a part or nothing; 409 `budget_spent` where so much is not left, `point_hidden` for a point nobody reads. */
  @Post(':id/decide')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDto })
  decide(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IfMatch() seen: number,
    @Body() input: BudgetDecisionDto,
  ): Promise<ApplicationView> {
    return this.decisions.decide(actor, id, seen, input);
  }

  /** Takes an application back before it is decided. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ApplicationDto })
  withdraw(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() seen: number): Promise<ApplicationView> {
    return this.applications.withdraw(actor, id, seen);
  }
}
