import { isWorkingDay, daysAfter, startOfAmsterdamDay } from '@kernagenda/shared/domain';

/** As it is kept. `waiting`: a question is out. */
export const commitmentStates = ['open', 'waiting', 'kept', 'withdrawn'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** As it is read: `moved` runs to another day than was promised first, `kept_late` was kept after that first day. */
export const standings = ['open', 'moved', 'late', 'kept', 'kept_late', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

/** Days are Amsterdam calendar days, `yyyy-mm-dd`. */
export interface StandingFacts {
  readonly state: CommitmentState;
  readonly dueOn: string;
  readonly firstDueOn: string;
  /** The day it was kept; null while it was not. */
  readonly keptOn: string | null;
}

/**
 * How a promise stands on a day. The due day itself is in time. Kept in time counts from the first due day, so that
 * moving a promise makes no figure better (ADR 28); a question that is out stops reminders, not the clock of the reader.
 */
export function standingOf({ state, dueOn, firstDueOn, keptOn }: StandingFacts, today: string): Standing {
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'kept') return keptOn !== null && keptOn > firstDueOn ? 'kept_late' : 'kept';
  if (today > dueOn) return 'late';
  return dueOn === firstDueOn ? 'open' : 'moved';
}

/** Who is told of a late promise, after so many working days. */
export const escalationLevels = ['broker', 'team', 'alderman'] as const;
export type EscalationLevel = (typeof escalationLevels)[number];
export const escalationSteps: readonly { readonly level: EscalationLevel; readonly workingDays: number }[] = [
  { level: 'broker', workingDays: 1 },
  { level: 'team', workingDays: 5 },
  { level: 'alderman', workingDays: 10 },
];

/** From the day a question went out up to the day of its answer, which counts again; `until` null while it is out. */
export interface Pause {
  readonly from: string;
  readonly until: string | null;
}

/** Enough to reach the last step: nobody counts further. */
const mostDays = Math.max(...escalationSteps.map(({ workingDays }) => workingDays));

/**
 * How many working days a promise is late on a day, that day included and the due day not, up to those of the last step.
 * Days on which a question was out do not count.
 */
export function workingDaysLate(dueOn: string, today: string, pauses: readonly Pause[]): number {
  const isPaused = (day: string): boolean =>
    pauses.some(({ from, until }) => day >= from && (until === null || day < until));
  let late = 0;
  for (let day = nextDay(dueOn); day <= today && late < mostDays; day = nextDay(day)) {
    if (isWorkingDay(day) && !isPaused(day)) late += 1;
  }
  return late;
}

/** Everybody who should have been told by now, first to last. */
export function escalationsDue(dueOn: string, today: string, pauses: readonly Pause[]): readonly EscalationLevel[] {
  if (pauses.some(({ until }) => until === null)) return [];
  const late = workingDaysLate(dueOn, today, pauses);
  return escalationSteps.filter(({ workingDays }) => workingDays <= late).map(({ level }) => level);
}

const nextDay = (day: string): string => daysAfter(startOfAmsterdamDay(day), 1);

/** How many promises were kept in time and after it, are late, and still run; what was withdrawn counts nowhere. */
export interface Figures {
  readonly keptInTime: number;
  readonly keptLate: number;
  readonly late: number;
  readonly open: number;
}

export const noFigures: Figures = { keptInTime: 0, keptLate: 0, late: 0, open: 0 };

/** Where a standing is counted; null for nowhere. */
export const figureOf: Readonly<Record<Standing, keyof Figures | null>> = {
  open: 'open',
  moved: 'open',
  late: 'late',
  kept: 'keptInTime',
  kept_late: 'keptLate',
  withdrawn: null,
};
