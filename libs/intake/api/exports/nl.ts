import type { AgendaState } from '@kernagenda/proposals/domain';

export const stateWords: Readonly<Record<AgendaState, string>> = {
  wish: 'wens',
  exploring: 'wordt verkend',
  on_agenda: 'op de agenda',
  planned: 'gepland',
  in_progress: 'in uitvoering',
  done: 'gedaan',
  on_hold: 'in de wacht',
  not_feasible: 'kan niet',
  merged: 'samengevoegd',
  withdrawn: 'ingetrokken',
};

export const headings = [
  'Nummer',
  'Kern',
  'Ook in',
  'Titel',
  'Omschrijving',
  'Thema',
  'Soort',
  'Stand',
  'Jaar',
  'Bron',
  'Steun uit de kern',
  'Steun van elders',
  'Adres',
];
