import { defineEvents } from '@kernagenda/shared/api';
import type { AgendaEvents } from '@kernagenda/agendas/domain';

const event = defineEvents<AgendaEvents>();

export const agendaReminded = event('agenda.reminded');
