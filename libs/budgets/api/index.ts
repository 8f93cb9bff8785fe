export { ApplicationsService } from './applications.service';
export { budgetLetterWritten } from './budgets.events';
export { BudgetsApiModule } from './budgets-api.module';
export { BudgetDecisions } from './decisions.service';
export { BudgetLetters } from './letters.service';
export type { HeldLetter } from './letters.service';
export { BudgetRules } from './rules.service';
