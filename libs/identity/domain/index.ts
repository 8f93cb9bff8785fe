export {
  actsAsBroker,
  actsAsResident,
  actsAsSecretary,
  covers,
  hasRole,
  isStaff,
  roles,
  scopeTypes,
  teamsOf,
} from './actors';
export type { Actor, Place, Role, ScopedRole, ScopeType } from './actors';
export { personLimits, signInLimits } from './people';
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
export type { CoverInput, CoverView, GiveRoleInput, InviteInput, NamedPerson, PersonRecord, RoleView } from './roles';
