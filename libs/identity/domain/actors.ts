export const roles = ['group_member', 'secretary', 'broker', 'official', 'alderman', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What somebody is in the group of a village, first to last. */
export const groupPositions = ['chair', 'secretary', 'group_member'] as const;
export type GroupPosition = (typeof groupPositions)[number];

/** A role as it is given. A chair has the rights of the secretary, and acts as one wherever rights are asked for. */
export const assignedRoles = [...groupPositions, 'broker', 'official', 'alderman', 'admin'] as const;
export type AssignedRole = (typeof assignedRoles)[number];

/** As what somebody with a role acts. */
export const actingRole = (role: AssignedRole): Role => (role === 'chair' ? 'secretary' : role);

export const scopeTypes = ['installation', 'municipality', 'area', 'village', 'team'] as const;
export type ScopeType = (typeof scopeTypes)[number];

/** A role that is valid now, with what it covers. */
export interface ScopedRole {
  readonly role: Role;
  readonly scopeType: ScopeType;
  readonly scopeId: string;
}

/** Who asks: a signed-in person with the roles that are valid at this moment. A visitor is null. */
export interface Actor {
  readonly personId: string;
  readonly displayName: string;
  readonly homeVillageId: string | null;
  readonly roles: readonly ScopedRole[];
}

/** Where an object stands; scope is always checked on the object, never on the address of the request. */
export interface Place {
  readonly villageId: string;
  readonly areaId: string;
  readonly municipalityId: string;
}

/** Whether a role of this person covers a place. */
export function covers(actor: Actor | null, role: Role, place: Place): boolean {
  return (actor?.roles ?? []).some(
    (scoped) =>
      scoped.role === role &&
      ((scoped.scopeType === 'village' && scoped.scopeId === place.villageId) ||
        (scoped.scopeType === 'area' && scoped.scopeId === place.areaId) ||
        (scoped.scopeType === 'municipality' && scoped.scopeId === place.municipalityId)),
  );
}

const staffRoles: readonly Role[] = ['broker', 'official', 'alderman', 'admin'];

/** Whether a person works for the municipality, in whatever role. */
export function isStaff({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.some(({ role }) => staffRoles.includes(role));
}

/** Whether a person has a role anywhere; only for what is shown in a menu, never for a decision on an object. */
export function hasRole(actor: Actor | null, role: Role): boolean {
  return (actor?.roles ?? []).some((scoped) => scoped.role === role);
}

/**
 * Whether a person acts as broker for a place. Staff who live in a village act there only as residents. Where no broker
 * of the place is free of that, any broker of the municipality stands in.
 */
export function actsAsBroker(actor: Actor | null, place: Place, needsStandIn: boolean): boolean {
  if (!actor || actor.homeVillageId === place.villageId) return false;
  return covers(actor, 'broker', place) || (needsStandIn && hasRole(actor, 'broker'));
}

/** Whether a person acts as secretary (chair or secretary of the group) for a place. */
export function actsAsSecretary(actor: Actor | null, place: Place): boolean {
  return covers(actor, 'secretary', place);
}

/** The teams a person acts for in a place: none at home, where staff act only as residents. */
export function teamsOf(actor: Actor | null, place: Place): readonly string[] {
  if (!actor || actor.homeVillageId === place.villageId) return [];
  return actor.roles
    .filter(({ role, scopeType }) => role === 'official' && scopeType === 'team')
    .map(({ scopeId }) => scopeId);
}

/** Whether a person may propose and support: residents, group members, secretaries and brokers; see the table of permissions. */
export function actsAsResident(actor: Pick<Actor, 'roles'> | null): boolean {
  if (!actor) return false;
  return actor.roles.every(({ role }) => role === 'group_member' || role === 'secretary' || role === 'broker');
}
