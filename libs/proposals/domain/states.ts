export const moderationStates = ['draft', 'submitted', 'changes_requested', 'approved', 'refused', 'hidden'] as const;
export type ModerationState = (typeof moderationStates)[number];

export const agendaStates = [
  'wish',
  'exploring',
  'on_agenda',
  'planned',
  'in_progress',
  'done',
  'on_hold',
  'not_feasible',
  'merged',
  'withdrawn',
] as const;
export type AgendaState = (typeof agendaStates)[number];

/** The steps of the twig, from wish to done; the other states are side roads. */
export const agendaSteps = [
  'wish',
  'exploring',
  'on_agenda',
  'planned',
  'in_progress',
  'done',
] as const satisfies AgendaState[];

/** The states in which nobody has to act any more. */
export const closedAgendaStates = ['done', 'not_feasible', 'merged', 'withdrawn'] as const satisfies AgendaState[];

export type ActingParty = 'group_and_broker' | 'broker' | 'municipality' | 'nobody';

/** The states in which nobody has planned a point yet, or any more. */
export const unplannedStates = ['wish', 'exploring', 'on_agenda'] as const satisfies AgendaState[];

/** Who has to act now, by agenda state. */
export const actingParties: Readonly<Record<AgendaState, ActingParty>> = {
  wish: 'group_and_broker',
  exploring: 'broker',
  on_agenda: 'broker',
  planned: 'municipality',
  in_progress: 'municipality',
  done: 'nobody',
  on_hold: 'municipality',
  not_feasible: 'nobody',
  merged: 'nobody',
  withdrawn: 'nobody',
};
