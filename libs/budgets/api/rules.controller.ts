import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, CreatingCall, CurrentActor, IdParam, IfMatch, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { BudgetRuleView } from '@kernagenda/budgets/domain';
import { BudgetRuleDto, BudgetRuleInputDto, BudgetRulePageDto } from './rules.dto';
import { BudgetRules } from './rules.service';

@ApiTags('budgets')
@Access('role:admin')
@Controller('budget-rules')
export class BudgetRulesController {
  constructor(private readonly rules: BudgetRules) {}

  /** All rules for village budgets, the newest year first. */
  @Get()
  @ApiOkResponse({ type: BudgetRulePageDto })
  listBudgetRules(@Query() { limit, cursor }: PageQuery): Promise<Page<BudgetRuleView>> {
    return this.rules.list(limit, decodeCursor(cursor, ['number'])?.[0] ?? null);
  }

  /** Adds a rule; 409 `already_exists` where the year has one. */
  @Post()
  @ApiCreatedResponse({ type: BudgetRuleDto })
  addBudgetRule(
    @CurrentActor() actor: Actor,
    @Body() input: BudgetRuleInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<BudgetRuleView> {
    return this.rules.add(actor, input, call);
  }

  /** Changes a rule; budgets that were opened by it stay as they are. Needs `If-Match`. */
  @Put(':id')
  @ApiOkResponse({ type: BudgetRuleDto })
  changeBudgetRule(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() input: BudgetRuleInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<BudgetRuleView> {
    return this.rules.change(actor, id, input, seenVersion);
  }
}
