import type { ProposalImport } from '@kernagenda/proposals/domain';

export const agendaStateOfSource = {
  wish: 'wish',
  'on-agenda': 'on_agenda',
  'in-progress': 'in_progress',
  done: 'done',
} as const satisfies Record<string, ProposalImport['agendaState']>;

export type SourceStatus = keyof typeof agendaStateOfSource;
