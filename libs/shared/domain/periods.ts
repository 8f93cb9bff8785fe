import { amsterdamDay, endOfAmsterdamDay, isDay, startOfAmsterdamDay } from './calendar';
import { invalidField } from './problems';

/** Calendar days in Europe/Amsterdam, `yyyy-mm-dd`, both included. */
export interface PeriodInput {
  /** Today when left out; never before today. */
  readonly from?: string | null;
  /** Without an end when left out. */
  readonly until?: string | null;
}

/** From an instant to one that is not part of it any more; null without an end. */
export interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Instants of a period in days. @throws Problem `invalid_input` when a day is none, lies before today, or ends first. */
export function toPeriod({ from, until }: PeriodInput, now: Date): Period {
  const today = amsterdamDay(now);
  const first = from ?? today;
  if (!isDay(first) || first < today) throw invalidField('/from', 'a day, today or later');
  if (until && (!isDay(until) || until < first)) throw invalidField('/until', 'a day, not before the first one');
  return {
    startsAt: first === today ? now : startOfAmsterdamDay(first),
    endsAt: until ? endOfAmsterdamDay(until) : null,
  };
}

/** The part of a period that lies within another one; null when there is none. */
export function periodWithin(period: Period, outer: Period): Period | null {
  const startsAt = outer.startsAt > period.startsAt ? outer.startsAt : period.startsAt;
  const endsAt = outer.endsAt && (!period.endsAt || outer.endsAt < period.endsAt) ? outer.endsAt : period.endsAt;
  return endsAt && endsAt <= startsAt ? null : { startsAt, endsAt };
}
