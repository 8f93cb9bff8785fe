import type { AssignedRole, ScopeType } from '@kernagenda/identity/domain';

const roles: Record<AssignedRole, string> = {
  chair: 'Voorzitter kernagendagroep',
  group_member: 'Lid kernagendagroep',
  secretary: 'Secretaris kernagendagroep',
  broker: 'Gebiedsmakelaar',
  official: 'Medewerker van een team',
  alderman: 'Wethouder',
  admin: 'Beheerder',
};

const scopeTypes: Record<ScopeType, string> = {
  installation: 'Alles',
  municipality: 'De hele gemeente',
  area: 'Werkgebied',
  village: 'Dorp',
  team: 'Team',
};

/** The words for roles and what they are for. */
export const nl = { roles, scopeTypes };
