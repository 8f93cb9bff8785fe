import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
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
export class BudgetsApiModule {}
