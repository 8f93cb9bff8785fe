import type {
  EventKind,
  EventState,
  EventSummary,
  LetterPeriod,
  NewsItem,
  NewsVoice,
  OutcomeOwner,
} from '@kernagenda/news/domain';
import { dateName, dayName } from '@kernagenda/shared/web';

/** "Van 1 maart tot en met 21 maart 2026" */
function periodName(from: string, to: string): string {
  if (from === to) return `Op ${dateName(to)}`;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `Van ${isOneYear ? dateName(from).replace(/ \d{4}$/, '') : dateName(from)} tot en met ${dateName(to)}`;
}

/** What letters say of themselves. */
export const letterWords = {
  period: ({ fromOn, toOn }: LetterPeriod) => periodName(fromOn, toOn),
};

/** What news says of itself. */
export const newsWords = {
  voices: { group: 'Kernagendagroep', broker: 'Gebiedsmakelaar' } satisfies Record<NewsVoice, string>,
  roadWorks: 'Wegwerk',
  /** When road works are; empty for news. */
  days: ({ startsOn, endsOn }: Pick<NewsItem, 'startsOn' | 'endsOn'>) =>
    startsOn === null || endsOn === null ? '' : periodName(startsOn, endsOn),
};

const eventKinds: Readonly<Record<EventKind, string>> = {
  evening: 'Avond',
  table_talk: 'Gesprekstafel',
  site_walk: 'Wandeling',
  network_day: 'Netwerkdag',
};
const eventStates: Readonly<Record<EventState, string>> = {
  to_come: 'Komt eraan',
  under_way: 'Nu bezig',
  over: 'Geweest',
  cancelled: 'Gaat niet door',
};
const outcomeOwners: Readonly<Record<OutcomeOwner, string>> = {
  group: 'De kernagendagroep',
  broker: 'De gebiedsmakelaar',
  residents: 'Bewoners zelf',
};
const clock = (time: string): string => time.replace(':', '.');

/** What events say of themselves. */
export const eventWords = {
  kinds: eventKinds,
  states: eventStates,
  owners: outcomeOwners,
  /** "zaterdag 14 maart 2026, 19.30 tot 21.00 uur" */
  when: ({ startsAt, starts, ends }: Pick<EventSummary, 'startsAt' | 'starts' | 'ends'>) =>
    `${dayName(startsAt)} ${startsAt.slice(0, 4)}, ${clock(starts)} tot ${clock(ends)} uur`,
  comers: ({ comers, room }: Pick<EventSummary, 'comers' | 'room'>) =>
    room === null
      ? comers === 1
        ? '1 mens komt'
        : `${comers} mensen komen`
      : comers >= room
        ? `Vol: ${room} mensen komen`
        : `${comers} van de ${room} plaatsen bezet`,
};
