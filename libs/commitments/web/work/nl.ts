import type { StatusSince } from '@kernagenda/commitments/domain';
import { dateName } from '@kernagenda/shared/web';
import { nl as words } from '../nl';

const more = (count: number, one: string, many: string): string =>
  count === 1 ? `En nog 1 ${one}.` : `En nog ${count} ${many}.`;

/** Words of what somebody has to see to. */
export const nl = {
  promises: {
    title: 'Toezeggingen om na te komen',
    none: 'Er staat geen toezegging open.',
    more: (count: number) => more(count, 'toezegging', 'toezeggingen'),
  },
  points: {
    title: 'Punten zonder nieuws',
    lead: 'Al negentig dagen of langer vertelde niemand hoe het ervoor staat.',
    none: 'Van elk punt is er nieuws van de laatste negentig dagen.',
    since: (since: StatusSince) =>
      since ? `Laatste nieuws ${words.from(since)}` : 'Niemand weet van wanneer het laatste nieuws is',
    more: (count: number) => more(count, 'punt', 'punten'),
  },
  villages: {
    title: 'Stille dorpen',
    lead: 'Hier kwam negentig dagen of langer geen voorstel vandaan.',
    since: (at: string | null) => (at ? `Laatste voorstel op ${dateName(at)}` : 'Nog nooit een voorstel'),
    more: (count: number) => more(count, 'dorp', 'dorpen'),
  },
  place: (village: string, owner: string) => `${village}, ${owner}`,
};
