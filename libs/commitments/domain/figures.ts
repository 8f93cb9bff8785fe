import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { Figures } from './standing';

export interface VillageFigures<Of = Figures> {
  readonly village: VillageRef;
  readonly figures: Of;
}

export interface ThemeFigures<Of = Figures> {
  readonly theme: Theme;
  readonly figures: Of;
}

/**
 * Figures in all, per village and per theme. What lies in several villages counts in each of them, and once in the total
 * and in its theme. Only villages and themes where something was counted are there.
 */
export interface Figured<Of> {
  readonly total: Of;
  /** By name. */
  readonly villages: readonly VillageFigures<Of>[];
  /** In the order of the themes. */
  readonly themes: readonly ThemeFigures<Of>[];
}

/** Public figures of what was promised. */
export type FiguresView = Figured<Figures>;

/** A count of its village, or of its theme. */
export interface Placed {
  readonly village: VillageRef | null;
  readonly theme: Theme | null;
}

/** Counts brought together per village and theme; `sum` adds up those of one of them. */
export function figured<Row extends Placed, Of>(rows: readonly Row[], sum: (rows: readonly Row[]) => Of): Figured<Of> {
  const villages = new Map<string, { readonly village: VillageRef; readonly rows: Row[] }>();
  for (const row of rows) {
    if (!row.village) continue;
    const of = villages.get(row.village.id) ?? { village: row.village, rows: [] };
    villages.set(row.village.id, of);
    of.rows.push(row);
  }
  return {
    total: sum(rows.filter((row) => row.theme !== null)),
    villages: [...villages.values()]
      .sort((one, other) => one.village.name.localeCompare(other.village.name, 'nl'))
      .map((of) => ({ village: of.village, figures: sum(of.rows) })),
    themes: themes.flatMap((theme) => {
      const of = rows.filter((row) => row.theme === theme);
      return of.length === 0 ? [] : [{ theme, figures: sum(of) }];
    }),
  };
}
