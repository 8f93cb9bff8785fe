import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { CommitmentSummary } from './promises';
import type { StatusSince } from './silence';

/** How many rows each list of the work shows. */
export const workLimits = { rows: 5 } as const;

/** A point of which nobody told anything for ninety days, while somebody has to act. */
export interface SilentPoint {
  readonly id: string;
  readonly title: string;
  readonly village: VillageRef;
  /** Who has it; null is the broker. */
  readonly team: TeamRef | null;
  readonly since: StatusSince;
}

/** A village that proposed nothing for ninety days. */
export interface SilentVillage {
  readonly village: VillageRef;
  /** The instant of its last proposal; null when there never was one. */
  readonly lastAt: string | null;
}

/** Rows with how many there are in all. */
export interface Counted<Row> {
  readonly count: number;
  readonly items: readonly Row[];
}

/**
 * What somebody has to see to: brokers in their villages, officials for their teams. Nobody works in the village they
 * live in.
 */
export interface PromiseWork {
  /** Promises that are to be kept, soonest due first; `late` of them are over their day. */
  readonly promises: Counted<CommitmentSummary> & { readonly late: number };
  /** The longest silent first. */
  readonly silentPoints: Counted<SilentPoint>;
  /** For brokers; the longest silent first. */
  readonly silentVillages: Counted<SilentVillage>;
}
