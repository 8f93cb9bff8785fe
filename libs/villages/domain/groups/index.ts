export { groupKinds, groupLimits } from './groups';
export type {
  GroupInput,
  GroupKind,
  GroupMember,
  GroupRecord,
  GroupUpdate,
  HandOverInput,
  PositionInput,
} from './groups';
