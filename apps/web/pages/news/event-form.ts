import {
  type EventInput,
  type EventView,
  type OutcomeInput,
  eventKinds,
  eventLimits,
  outcomeOwners,
} from '@kernagenda/news/domain';
import { eventWords } from '@kernagenda/news/web';
import { proposalLimits } from '@kernagenda/proposals/domain';
import { type FormField, type Values, isFilled, isLong } from '../forms/form-fields';
import { eventsNl } from './events-nl';

const { title, text, place, room } = eventLimits;
const typed = (values: Values, name: string): string => (values[name] ?? '').trim();
/** People write 21.30 as well as 21:30. */
const timeOf = (value: string): string => value.trim().replace('.', ':').padStart(5, '0');
const isTime = (value: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(timeOf(value));
const isRoom = (value: string): boolean => {
  const count = Number(value);
  return value.trim() === '' || (Number.isInteger(count) && count >= room.min && count <= room.max);
};

/** The form of an event; `now` as a moment field takes it, `yyyy-mm-ddThh:mm`. */
export function eventFields(now: string): readonly FormField[] {
  const nl = eventsNl.form;
  return [
    {
      ...{ name: 'kind', kind: 'choice', ...nl.kind, isFine: isFilled },
      choices: eventKinds.map((value) => ({ value, label: eventWords.kinds[value] })),
    },
    { name: 'title', kind: 'text', ...nl.title, isFine: isLong(title.min, title.max) },
    { name: 'text', kind: 'words', ...nl.text, isFine: isLong(0, text.max) },
    { name: 'starts', kind: 'moment', ...nl.starts, isHalf: true, min: now, isFine: (value) => value >= now },
    {
      ...{ name: 'ends', kind: 'text', ...nl.ends, isHalf: true },
      isFine: (value, values) => isTime(value) && timeOf(value) > typed(values, 'starts').slice(11, 16),
    },
    { name: 'place', kind: 'text', ...nl.place, isFine: isLong(place.min, place.max) },
    { name: 'room', kind: 'number', ...nl.room, isFine: isRoom },
  ];
}

export const eventInputOf = (values: Values): EventInput => {
  const starts = typed(values, 'starts');
  return {
    kind: eventKinds.find((kind) => kind === values['kind']) ?? 'evening',
    ...{ title: typed(values, 'title'), text: typed(values, 'text'), place: typed(values, 'place') },
    ...{ day: starts.slice(0, 10), starts: starts.slice(11, 16), ends: timeOf(values['ends'] ?? '') },
    room: typed(values, 'room') === '' ? null : Number(values['room']),
  };
};

export const eventValues = (event: EventView): Values => ({
  ...{ kind: event.kind, title: event.title, text: event.text, place: event.place },
  ...{ starts: `${event.day}T${event.starts}`, ends: event.ends, room: event.room?.toString() ?? '' },
});

export function outcomeFields(): readonly FormField[] {
  const nl = eventsNl.event.outcome;
  return [
    { name: 'title', kind: 'text', ...nl.title, isFine: isLong(1, proposalLimits.title.max) },
    { name: 'body', kind: 'words', ...nl.body, isFine: isLong(0, proposalLimits.body.max) },
    { name: 'place', kind: 'text', ...nl.place, isFine: isLong(0, proposalLimits.place.max) },
    {
      ...{ name: 'owner', kind: 'choice', ...nl.owner, isFine: isFilled },
      choices: outcomeOwners.map((value) => ({ value, label: eventWords.owners[value] })),
    },
  ];
}

export const outcomeOf = (values: Values): OutcomeInput => ({
  ...{
    title: typed(values, 'title'),
    body: typed(values, 'body'),
    place: typed(values, 'place'),
    theme: null,
    kind: null,
  },
  owner: outcomeOwners.find((owner) => owner === values['owner']) ?? 'group',
});
