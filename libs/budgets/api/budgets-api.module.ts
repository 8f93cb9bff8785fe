import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { ApplicationsController } from './applications.controller';
import { ApplicationReader } from './applications.reader';
import { ApplicationsService } from './applications.service';
import { BudgetsController } from './budgets.controller';
import {
  BudgetApplication,
  BudgetLetter,
  BudgetMove,
  BudgetRedistribution,
  BudgetRuleRow,
  VillageBudget,
} from './budgets.entities';
import { BudgetDecisions } from './decisions.service';
import { BudgetLetters } from './letters.service';
import { Redistributions } from './redistributions.service';
import { BudgetRulesController } from './rules.controller';
import { BudgetRules } from './rules.service';
import { VillageBudgets } from './village-budgets.service';

@Module({
  imports: [
    IdentityApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      BudgetApplication,
      BudgetLetter,
      BudgetMove,
      BudgetRedistribution,
      BudgetRuleRow,
      VillageBudget,
    ]),
  ],
  controllers: [ApplicationsController, BudgetRulesController, BudgetsController],
  providers: [
    ApplicationReader,
    ApplicationsService,
    BudgetDecisions,
    BudgetLetters,
    BudgetRules,
    Redistributions,
    VillageBudgets,
  ],
  exports: [BudgetLetters],
})
export class BudgetsApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** Where people leave something at a point, which is then not taken back with the file it came from. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from budget_application where proposal_id = any($1::uuid[])');
  }
}
