import type { ActingParty, AgendaState, ModerationState, Theme } from '@kernagenda/proposals/domain';

const agendaStates: Record<AgendaState, string> = {
  wish: 'Wens',
  exploring: 'Wordt verkend',
  on_agenda: 'Op de agenda',
  planned: 'Gepland',
  in_progress: 'In uitvoering',
  done: 'Gedaan',
  on_hold: 'In de wacht',
  not_feasible: 'Kan niet',
  merged: 'Samengevoegd',
  withdrawn: 'Ingetrokken',
};

const moderationStates: Record<ModerationState, string> = {
  draft: 'Concept',
  submitted: 'Ingestuurd, wordt gelezen',
  changes_requested: 'Graag aanpassen',
  approved: 'Geplaatst',
  refused: 'Geweigerd, met uitleg',
  hidden: 'Verborgen',
};

const themes: Record<Theme, string> = {
  traffic: 'Verkeer',
  housing: 'Wonen',
  green: 'Groen',
  play_sport: 'Spelen en sport',
  meeting: 'Ontmoeten',
  care: 'Zorg',
  energy_climate: 'Energie en klimaat',
  safety: 'Veiligheid',
  recreation: 'Recreatie',
  communication: 'Communicatie',
  other: 'Overig',
};

const actingParties: Record<ActingParty, string> = {
  group_and_broker: 'kernagendagroep en gebiedsmakelaar',
  broker: 'de gebiedsmakelaar',
  municipality: 'de gemeente',
  nobody: '',
};

export const nl = {
  agendaStates,
  moderationStates,
  themes,
  actingParties,
  /** The steps of the twig; a step that is past is said in the past. */
  steps: ['Wens', 'Verkend', 'Op de agenda', 'Gepland', 'In uitvoering', 'Gedaan'],
  team: (name: string) => `team ${name}`,
  lastNews: (age: string) => `Laatste bericht: ${age}`,
  reportedIn: (year: number, years: number) => (years < 1 ? `uit ${year}` : `uit ${year}, ${years} jaar oud`),
  yearUnknown: 'jaar onbekend',
  supporters: (count: number) => (count === 1 ? '1 mens steunt dit' : `${count} mensen steunen dit`),
  alsoWanted: (villages: string) => `Ook in ${villages}`,
  alsoIn: (villages: string) => `Samen met ${villages}`,
};
