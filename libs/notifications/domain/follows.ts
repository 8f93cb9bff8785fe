import type { Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { NotificationReason } from './notifications';

/** Limits of the circle somebody follows; one per person. Metres. */
export const circleLimits = {
  radius: { min: 500, max: 3000 },
  /** What the page offers. */
  radii: [1000, 2000, 3000],
  /** A place is kept no sharper than a hundred metres: a circle needs no front door. */
  decimals: 3,
} as const;

/**
 * The circle somebody follows: around the middle of a village, or around a place in degrees (WGS 84). It reaches the
 * villages that lie in it or come into it: a point has a village, not a place on the map.
 */
export interface CircleInput {
  readonly radius: number;
  /** Either a village, or a place: the others are null. */
  readonly villageId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** One thing that somebody follows. */
export interface FollowedView {
  readonly what: 'point' | 'village' | 'theme' | 'circle';
  readonly id: string;
  /** Of a point or village; of a circle the village it is around, empty for a place of one's own; empty for a theme. */
  readonly title: string;
  /** Of a point or village. */
  readonly village: VillageRef | null;
  readonly theme: Theme | null;
  /** Of a circle, in metres. */
  readonly radius: number | null;
  /** Names of the villages a circle reaches. */
  readonly reaches: readonly string[] | null;
  readonly reason: NotificationReason;
  readonly since: string;
}
