import { type RoundInput, roundChannels, roundLimits } from '@kernagenda/intake/domain/rounds';
import type { RoundView } from '@kernagenda/intake/domain/rounds';
import type { VillageRef } from '@kernagenda/villages/domain';
import { type FormField, type Values, checkedOf, isFilled, isLong } from '../forms/form-fields';
import { nl } from './nl';

const { question, explanation, handIn, phone, evening } = roundLimits;
const text = (values: Values, name: string): string => (values[name] ?? '').trim();

/** Fine when it is not too long, and filled in where one of these channels is used. */
const needed =
  (max: number, ...channels: readonly string[]) =>
  (value: string, values: Values): boolean =>
    isLong(checkedOf(values['channels']).some((one) => channels.includes(one)) ? 1 : 0, max)(value);

/** The form of a round, with the villages to choose from. Days are `yyyy-mm-dd`. */
export function roundFields(villages: readonly VillageRef[], today: string): readonly FormField[] {
  const words = nl.form;
  return [
    {
      ...{ name: 'villageIds', kind: 'boxes', ...words.villageIds, isFine: isFilled },
      choices: villages.map(({ id: value, name: label }) => ({ value, label })),
    },
    { name: 'question', kind: 'text', ...words.question, isFine: isLong(question.min, question.max) },
    { name: 'explanation', kind: 'words', ...words.explanation, isFine: isLong(0, explanation.max) },
    { name: 'startsOn', kind: 'day', ...words.startsOn, isHalf: true, min: today, isFine: (value) => value >= today },
    {
      ...{ name: 'endsOn', kind: 'day', ...words.endsOn, isHalf: true, min: today },
      isFine: (value, values) => isFilled(value) && value >= (values['startsOn'] ?? ''),
    },
    {
      ...{ name: 'channels', kind: 'boxes', ...words.channels, isFine: isFilled },
      choices: roundChannels.map((value) => ({ value, label: words.channel[value] })),
    },
    { name: 'handIn', kind: 'text', ...words.handIn, isFine: needed(handIn.max, 'flyer', 'postcard') },
    { name: 'phone', kind: 'text', ...words.phone, isFine: needed(phone.max, 'phone') },
    { name: 'evening', kind: 'text', ...words.evening, isFine: needed(evening.max, 'evening') },
  ];
}

/** What can still change while a round runs. */
export function adjustFields(endsOn: string): readonly FormField[] {
  const words = nl.form;
  return [
    { name: 'endsOn', kind: 'day', ...words.laterEnd, min: endsOn, isFine: (value) => value >= endsOn },
    { name: 'explanation', kind: 'words', ...words.explanation, isFine: isLong(0, explanation.max) },
  ];
}

export const inputOf = (values: Values): RoundInput => ({
  ...{ villageIds: checkedOf(values['villageIds']), question: text(values, 'question') },
  ...{ explanation: text(values, 'explanation'), startsOn: text(values, 'startsOn'), endsOn: text(values, 'endsOn') },
  ...{ handIn: text(values, 'handIn'), phone: text(values, 'phone'), evening: text(values, 'evening') },
  channels: roundChannels.filter((one) => checkedOf(values['channels']).includes(one)),
});

export const valuesOf = ({ villages, channels, ...round }: RoundView): Values => ({
  villageIds: villages.map(({ id }) => id).join(' '),
  channels: channels.join(' '),
  ...{ question: round.question, explanation: round.explanation, startsOn: round.startsOn, endsOn: round.endsOn },
  ...{ handIn: round.handIn, phone: round.phone, evening: round.evening },
});
