import type { RoundState, RoundSummary } from '@kernagenda/intake/domain/rounds';
import { dateName, listName } from '@kernagenda/shared/web';

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);

/** How long a round still runs, or when it begins. */
function left({ state, daysLeft }: { readonly state: RoundState; readonly daysLeft: number | null }): string {
  if (daysLeft === null) return 'Gesloten';
  if (state === 'to_come') return `Begint over ${days(daysLeft)}`;
  return daysLeft === 0 ? 'Vandaag is de laatste dag' : `Nog ${days(daysLeft)}`;
}

/** What pages and parts say of a round. */
export const roundWords = {
  left,
  period: (startsOn: string, endsOn: string) =>
    startsOn === endsOn
      ? `Op ${dateName(startsOn)}`
      : startsOn.slice(0, 4) === endsOn.slice(0, 4)
        ? `Van ${dateName(startsOn).replace(/ \d{4}$/, '')} tot en met ${dateName(endsOn)}`
        : `Van ${dateName(startsOn)} tot en met ${dateName(endsOn)}`,
  where: (villages: RoundSummary['villages']) => listName(villages.map(({ name }) => name)),
  wishes: (count: number) => (count === 1 ? '1 wens' : `${count} wensen`),
};
