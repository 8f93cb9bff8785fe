import type { VillageRef } from '@kernagenda/villages/domain';

/** How many stories the feed has. */
export const storyLimits = { feed: 50 } as const;

/** How a point that is done went, as it is told on its own page. */
export interface Story {
  readonly id: string;
  readonly pointId: string;
  readonly title: string;
  readonly village: VillageRef;
  /** How it was before, and is now. */
  readonly before: string;
  readonly after: string;
  /** Whole cents; null where nobody said. */
  readonly costCents: number | null;
  /** Who did it together, and who is thanked; empty where nobody was named. */
  readonly partners: string;
  readonly thanks: string;
  readonly toldAt: string;
}
