import type { GroupPosition } from '@kernagenda/identity/domain';
import type { GroupKind } from '@kernagenda/villages/domain/groups';

export const groupKindWords: Record<GroupKind, string> = {
  village_council: 'Dorpsraad',
  village_table: 'Dorpstafel',
  village_platform: 'Dorpsplatform',
  town_council: 'Stadsraad',
  association: 'Vereniging',
  agenda_group: 'Kernagendagroep',
};

export const positionWords: Record<GroupPosition, string> = {
  chair: 'Voorzitter',
  secretary: 'Secretaris',
  group_member: 'Lid',
};
