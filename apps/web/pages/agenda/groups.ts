import { type AgendaPoint, dayOf, pointsIn } from '@kernagenda/agendas/domain';
import { type AgendaState, type Theme, themes } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { yearOf } from './point-facts';

export interface ThemeGroup {
  readonly theme: Theme;
  readonly name: string;
  readonly points: readonly AgendaPoint[];
}

/** Points under their themes; themes without points are left out. */
export function byTheme(points: readonly AgendaPoint[]): readonly ThemeGroup[] {
  return themes
    .map((theme) => ({
      theme,
      name: proposalWords.themes[theme],
      points: points.filter((point) => point.theme === theme),
    }))
    .filter((group) => group.points.length > 0);
}

export interface StateColumn {
  readonly state: AgendaState;
  readonly name: string;
  readonly points: readonly AgendaPoint[];
}

/** The columns that always stand on the board; the others only where there is something in them. */
const columns = [
  'wish',
  'exploring',
  'on_agenda',
  'planned',
  'in_progress',
  'on_hold',
  'not_feasible',
  'done',
] as const;
const sometimes: readonly AgendaState[] = ['exploring', 'on_hold', 'not_feasible', 'done'];

export function byState(points: readonly AgendaPoint[]): readonly StateColumn[] {
  return columns
    .map((state) => ({
      state,
      name: proposalWords.agendaStates[state],
      points: points.filter(({ agendaState }) => agendaState === state),
    }))
    .filter((column) => column.points.length > 0 || !sometimes.includes(column.state));
}

/** Points with a day to come, by the first of them: `yyyy-mm-dd`, or the month of a milestone. Today is one too. */
export function coming(
  points: readonly AgendaPoint[],
  today: string,
): readonly { readonly day: string; readonly point: AgendaPoint }[] {
  return points
    .flatMap((point) => {
      const days = [dayOf(point), ...point.dues.map(({ when }) => when)].flatMap((one) => one ?? []);
      const [day] = days.filter((one) => one >= today.slice(0, one.length)).sort();
      return day === undefined ? [] : [{ day, point }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

export interface YearGroup {
  /** Null where nobody knows. */
  readonly year: number | null;
  readonly points: readonly AgendaPoint[];
}

/** Points by the year in which they came to stand as they do, the newest first and the unknown last. */
export function byYear(points: readonly AgendaPoint[]): readonly YearGroup[] {
  const years = new Map<number | null, AgendaPoint[]>();
  for (const point of points) {
    const year = yearOf(point);
    years.set(year, [...(years.get(year) ?? []), point]);
  }
  return [...years]
    .map(([year, own]) => ({ year, points: own.sort((a, b) => (b.statusAt ?? '').localeCompare(a.statusAt ?? '')) }))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

/** What was done, with the year, the newest first. */
export const doneOf = (
  points: readonly AgendaPoint[],
): readonly { readonly point: AgendaPoint; readonly year: number | null }[] =>
  pointsIn(points, 'done')
    .map((point) => ({ point, year: yearOf(point) }))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
