import { isWorkingDay } from '@kernagenda/shared/domain';

/**
 * Terms in days. The decision comes within eight weeks after the application (Awb art. 4:13, second paragraph); who does
 * not agree has six weeks from the day after it was made known (Awb art. 6:7 and 6:8). Who is asked to complete an
 * application gets two weeks: the law asks for a term and names none (Awb art. 4:5).
 */
export const budgetTerms = { decisionDays: 56, objectionDays: 42, completingDays: 14 } as const;

const dayMs = 86_400_000;
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** A term that ends on a free day lasts until the next working day (Algemene termijnenwet, art. 1). */
function endOfTerm(day: string, days: number): string {
  let end = plusDays(day, days);
  while (!isWorkingDay(end)) end = plusDays(end, 1);
  return end;
}

/** How many days lie between two days `yyyy-mm-dd`. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** The last day `yyyy-mm-dd` to decide; the term stood still for `pausedDays` (Awb art. 4:15, first paragraph, under a). */
export const decideBy = (receivedOn: string, pausedDays: number): string =>
  endOfTerm(receivedOn, budgetTerms.decisionDays + pausedDays);

/** The last day `yyyy-mm-dd` to object to what was made known on a day. */
export const objectBy = (toldOn: string): string => endOfTerm(toldOn, budgetTerms.objectionDays);

/** The last day `yyyy-mm-dd` to complete an application. */
export const completeBy = (askedOn: string): string => endOfTerm(askedOn, budgetTerms.completingDays);

/** What the term of an application depends on; `askedOn` is the day it was last asked for more. */
export interface TermFacts {
  readonly receivedOn: string;
  readonly pausedDays: number;
  readonly askedOn: string | null;
  /** Whether what was asked is not answered yet. */
  readonly isIncomplete: boolean;
}

/** How many days the term stood still for what was last asked, seen on a day `yyyy-mm-dd`. */
export const pausedFor = (askedOn: string | null, today: string): number => {
  if (askedOn === null) return 0;
  const last = completeBy(askedOn);
  return daysBetween(askedOn, today < last ? today : last);
};

/** The last day to decide as it is today; null while the term stands still. */
export function termOf({ receivedOn, pausedDays, askedOn, isIncomplete }: TermFacts, today: string): string | null {
  if (!isIncomplete || askedOn === null) return decideBy(receivedOn, pausedDays);
  return completeBy(askedOn) < today ? decideBy(receivedOn, pausedDays + pausedFor(askedOn, today)) : null;
}
