import type { ProposalImport, Theme } from '@kernagenda/proposals/domain';

/** The labels in the collected points, each with the theme it belongs to here. */
export const themeOfSource = {
  afval: 'green',
  algemeen: 'other',
  communicatie: 'communication',
  cultuur: 'meeting',
  cultuurhistorie: 'recreation',
  duurzaamheid: 'energy_climate',
  economie: 'other',
  groen: 'green',
  jeugd: 'play_sport',
  klimaat: 'energy_climate',
  milieu: 'energy_climate',
  'openbare ruimte': 'other',
  recreatie: 'recreation',
  sociaal: 'meeting',
  sport: 'play_sport',
  veiligheid: 'safety',
  verkeer: 'traffic',
  voorzieningen: 'meeting',
  water: 'energy_climate',
  wonen: 'housing',
  zorg: 'care',
} as const satisfies Record<string, Theme>;

export type SourceTheme = keyof typeof themeOfSource;

export const agendaStateOfSource = {
  wish: 'wish',
  'on-agenda': 'on_agenda',
  'in-progress': 'in_progress',
  done: 'done',
} as const satisfies Record<string, ProposalImport['agendaState']>;

export type SourceStatus = keyof typeof agendaStateOfSource;
