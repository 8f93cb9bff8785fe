export { BudgetRulesClient, budgetRulesResource } from './rules-client';
