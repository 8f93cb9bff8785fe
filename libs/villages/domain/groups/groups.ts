import type { GroupPosition, NamedPerson } from '@kernagenda/identity/domain';
import type { PeriodInput } from '@kernagenda/shared/domain';
import type { VillageRef } from '../villages';

/** Lengths in characters, and how many villages one group stands for at most. */
export const groupLimits = { name: { min: 2, max: 80 }, villages: 30 } as const;

/** In Dutch: dorpsraad, dorpstafel, dorpsplatform, stadsraad, vereniging, kernagendagroep. */
export const groupKinds = [
  'village_council',
  'village_table',
  'village_platform',
  'town_council',
  'association',
  'agenda_group',
] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Somebody in a group, with what they are there; instants. */
export interface GroupMember extends NamedPerson {
  readonly position: GroupPosition;
  readonly startsAt: string;
  readonly endsAt: string | null;
}

/** A group of residents that keeps the agenda of its villages, as the administrator sees it. */
export interface GroupRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly villages: readonly VillageRef[];
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** Who is in it now or later, the chair first. */
  readonly members: readonly GroupMember[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** Which villages a group is for stays as it was made: when villages go on together, that is another group. */
export interface GroupInput extends PeriodInput {
  readonly name: string;
  readonly kind: GroupKind;
  readonly villageIds: readonly string[];
}

export interface GroupUpdate {
  readonly name: string;
  readonly kind: GroupKind;
  /** The last day, which ends what people are in it too; null without an end. */
  readonly until: string | null;
}

export interface PositionInput {
  readonly position: GroupPosition;
}

/** Whoever stops as chair or secretary names an ordinary member. */
export interface HandOverInput {
  readonly personId: string;
}
