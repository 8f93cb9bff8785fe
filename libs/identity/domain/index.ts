export {
  actingRole,
  actsAsBroker,
  actsAsResident,
  actsAsSecretary,
  assignedRoles,
  covers,
  groupPositions,
  hasRole,
  isStaff,
  roles,
  scopeTypes,
  teamsOf,
} from './actors';
export type { Actor, AssignedRole, GroupPosition, Place, Role, ScopedRole, ScopeType } from './actors';
export type { MandateInput, MandateView } from './mandates';
export { emailAddress, isEmailAddress, personLimits, signInLimits } from './people';
export type {
  DemoMailView,
  DemoPersonView,
  MeView,
  PersonView,
  RequestCodeInput,
  SignInInput,
  UpdateMeInput,
} from './people';
export { installationId, roleLimits, scopeTypesOfRole } from './roles';
export type {
  CoverInput,
  CoverView,
  GiveRoleInput,
  GivenRole,
  InviteInput,
  NamedPerson,
  PersonRecord,
  RoleView,
} from './roles';
