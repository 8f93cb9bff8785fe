import type { CommitmentSummary } from '@kernagenda/commitments/domain';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { nl } from './nl';

const dayMs = 86_400_000;

/** How a promise stands in words, such as "Loopt, nog 53 dagen". */
export function duePhrase(
  { standing, dueOn, keptAt }: Pick<CommitmentSummary, 'standing' | 'dueOn' | 'keptAt'>,
  now: Date,
): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(amsterdamDay(now))) / dayMs);
  return nl.phrases[standing](days, keptAt);
}
