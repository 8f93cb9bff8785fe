import { addDays, amsterdamDay, amsterdamHour } from '@kernagenda/shared/domain';
import { announcementKinds } from './notifications';
import type { MailChoice, NotificationKind } from './notifications';

/** How often somebody gets what happened together in one mail. */
export const digestRhythms = ['daily', 'weekly', 'monthly'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** Whether somebody gets digests instead of a mail for each thing. */
export const isRhythm = (choice: MailChoice): choice is DigestRhythm => digestRhythms.some((one) => one === choice);

/**
 * What waits for the digest of who chose one: what happens on points and in villages somebody follows. What is written to somebody, asked
 * of them or decided about their own text does not wait.
 */
export const digestKinds: readonly NotificationKind[] = [
  'new_point',
  'reaction',
  'adopted',
  'explore',
  'put_on_agenda',
  'take_off_agenda',
  'plan',
  'unplan',
  'start',
  'finish',
  'hold',
  'resume',
  'mark_not_feasible',
  'reopen',
  'merge',
  'withdraw',
  'official_answer',
  'feasibility_found',
  'story_told',
  'promise_made',
  'promise_moved',
  'promise_kept',
  'promise_withdrawn',
  'status_update',
  ...announcementKinds,
];

export const digestTerms = {
  /** When digests are due, on the clock in Europe/Amsterdam: never in an hour that a clock change skips or repeats. */
  hour: 7,
  /** So many lines stand in one; of the rest only how many. */
  lines: 10,
  /** A line that waited so long tells nothing new: two months, so that a month may be missed. */
  lineDays: 70,
} as const;

/**
 * The last moment until `now` at which digests of a rhythm were due: each day, each Monday, each first day of a month, at
 * seven in Europe/Amsterdam. A day of 23 or 25 hours has one like any other.
 */
export function lastDue(rhythm: DigestRhythm, now: Date): Date {
  const today = amsterdamDay(now);
  const isEarly = now < amsterdamHour(today, digestTerms.hour);
  const day = isEarly ? addDays(today, -1) : today;
  return amsterdamHour(firstDayOf(rhythm, day), digestTerms.hour);
}

/** The day `yyyy-mm-dd` on which the period of a rhythm began that a day lies in. */
function firstDayOf(rhythm: DigestRhythm, day: string): string {
  if (rhythm === 'monthly') return `${day.slice(0, 8)}01`;
  if (rhythm === 'daily') return day;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
