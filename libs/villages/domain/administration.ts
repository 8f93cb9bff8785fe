import type { PeriodInput } from '@kernagenda/shared/domain';
import type { VillageRef } from './villages';

/** Lengths in characters, used by DTOs, forms and columns alike. */
export const administrationLimits = { areaName: { min: 2, max: 80 }, teamName: { min: 2, max: 80 } } as const;

/** An area as the administrator sees it. */
export interface AreaRecord {
  readonly id: string;
  readonly name: string;
  readonly isExample: boolean;
  readonly villages: readonly VillageRef[];
  readonly brokers: readonly { readonly displayName: string }[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** A part of the organisation of the municipality that answers for what it planned, without the word "team". */
export interface TeamRef {
  readonly id: string;
  readonly name: string;
}

/** A team as the administrator sees it; `endsAt` is null while nobody knows an end. */
export interface TeamRecord extends TeamRef {
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** Who has a role in it now or later, by name. */
  readonly members: readonly { readonly id: string; readonly displayName: string }[];
  /** The number for `If-Match`. */
  readonly version: number;
}

export interface TeamInput extends PeriodInput {
  readonly name: string;
}

export interface TeamUpdate {
  readonly name: string;
  /** The last day, which ends the roles in it too; null without an end. */
  readonly until: string | null;
}
