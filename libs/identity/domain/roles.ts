import type { PeriodInput } from '@kernagenda/shared/domain';
import type { AssignedRole, ScopeType } from './actors';

/** What each role can be given for. An administrator serves the whole installation, also before it has a municipality. */
export const scopeTypesOfRole: Readonly<Record<AssignedRole, readonly ScopeType[]>> = {
  group_member: ['village'],
  chair: ['village'],
  secretary: ['village'],
  broker: ['area', 'village', 'municipality'],
  official: ['team'],
  alderman: ['municipality', 'area'],
  admin: ['installation'],
};

/** There is one installation; its id only fills the place of a scope. */
export const installationId = '00000000-0000-4000-8000-000000000000';

/** How many scopes one call gives a role for at most. */
export const roleLimits = { scopes: 50 } as const;

/** A role as it is given, with what it covers. */
export interface GivenRole {
  readonly role: AssignedRole;
  readonly scopeType: ScopeType;
  readonly scopeId: string;
}

export interface GiveRoleInput extends PeriodInput {
  readonly role: AssignedRole;
  readonly scopeType: ScopeType;
  readonly scopeIds: readonly string[];
}

/** During leave, which has an end: the other broker gets the scope of this one as it is at each moment. */
export interface CoverInput extends PeriodInput {
  readonly coveringId: string;
}

/** A role somebody has, had or will have; instants. */
export interface RoleView extends GivenRole {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

export interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

export interface CoverView {
  readonly id: string;
  readonly covered: NamedPerson;
  readonly covering: NamedPerson;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface InviteInput {
  readonly displayName: string;
  readonly email: string;
  readonly homeVillageId?: string | null;
}

/** A person as the administrator sees them; each reading is written in the audit log with its reason. */
export interface PersonRecord extends NamedPerson {
  readonly email: string;
  readonly homeVillageId: string | null;
  readonly createdAt: string;
  /** Running and to come, by start. */
  readonly roles: readonly RoleView[];
  /** Running and to come, as the covered or the covering one. */
  readonly covers: readonly CoverView[];
}
