import { defineEvents } from '@kernagenda/shared/api';
import type { BudgetEvents } from '@kernagenda/budgets/domain';

const event = defineEvents<BudgetEvents>();

export const budgetLetterWritten = event('budget.letter_written');
