import { promiseLimits } from '@kernagenda/commitments/domain';
import { amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';

/** The last day something can be promised for. */
const lastDay = (now: Date): string => {
  const today = amsterdamDay(now);
  return `${Number(today.slice(0, 4)) + promiseLimits.yearsAhead}${today.slice(4)}`;
};

/** @throws Problem `invalid_input` for what is no day, a day before today, or one too far ahead. */
export function requireDueDay(dueOn: string, now: Date): void {
  if (isDay(dueOn) && dueOn >= amsterdamDay(now) && dueOn <= lastDay(now)) return;
  throw invalidField('/dueOn', `a day from today, at most ${promiseLimits.yearsAhead} years ahead`);
}

/** @throws Problem `invalid_input` for what is no month or day, or one too far ahead. */
export function requireWhen(when: string, now: Date): void {
  const day = when.length === 7 ? `${when}-01` : when;
  if (isDay(day) && day <= lastDay(now)) return;
  throw invalidField('/when', `a month or a day, at most ${promiseLimits.yearsAhead} years ahead`);
}
