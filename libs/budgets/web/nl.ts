import type { ApplicationState } from '@kernagenda/budgets/domain';

/** What an application is called in each state. */
export const applicationWords: Readonly<Record<ApplicationState, string>> = {
  submitted: 'Ontvangen',
  incomplete: 'Wacht op aanvulling',
  advised: 'Met advies',
  granted: 'Toegekend',
  partly_granted: 'Deels toegekend',
  refused: 'Afgewezen',
  withdrawn: 'Ingetrokken',
};
