import type { Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { Figures } from './standing';

export interface VillageFigures {
  readonly village: VillageRef;
  readonly figures: Figures;
}

export interface ThemeFigures {
  readonly theme: Theme;
  readonly figures: Figures;
}

/**
 * Public figures of what was promised. A promise on a point that villages share counts in each of them, and once in the
 * total and in its theme. Only villages and themes where something was promised are there.
 */
export interface FiguresView {
  readonly total: Figures;
  /** By name. */
  readonly villages: readonly VillageFigures[];
  /** In the order of the themes. */
  readonly themes: readonly ThemeFigures[];
}
