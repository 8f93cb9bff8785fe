export {
  BudgetsClient,
  applicationResource,
  applicationsResource,
  redistributionsResource,
  villageBudgetResource,
} from './budgets-client';
export { applicationWords } from './nl';
