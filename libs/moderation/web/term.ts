import { amsterdamDay } from '@kernagenda/shared/domain';
import { nl } from './nl';

export interface Term {
  readonly name: string;
  /** True when it ends today or has ended. */
  readonly isDue: boolean;
}

const dayMs = 86_400_000;
const dayNumber = (at: Date): number => Math.round(Date.parse(`${amsterdamDay(at)}T00:00:00Z`) / dayMs);

/** What is left of the term of a submission, in calendar days of Amsterdam. */
export function termOf(dueAt: string, now: Date): Term {
  const days = dayNumber(new Date(dueAt)) - dayNumber(now);
  if (days < 0) return { name: nl.term.late(-days), isDue: true };
  return days === 0 ? { name: nl.term.today, isDue: true } : { name: nl.term.left(days), isDue: false };
}
