export { actsAsBroker, actsAsResident, actsAsSecretary, covers, hasRole, isStaff, roles, scopeTypes } from './actors';
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
