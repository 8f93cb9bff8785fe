import type { ActingParty, AgendaState, EnteredWay, PlanView } from '@kernagenda/proposals/domain';
import { amsterdamDay, isDay } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { RoundAction } from './rights';

/** Lengths in characters; used by DTO, form and columns alike. */
export const roundLimits = {
  question: { min: 5, max: 120 },
  explanation: { max: 1000 },
  /** Two lines on a card. */
  handIn: { max: 100 },
  phone: { max: 40 },
  evening: { max: 120 },
  villages: { max: 30 },
  /** From the first day up to and including the last one. */
  days: { max: 366 },
} as const;

/** How people can join in. */
export const roundChannels = ['web', 'flyer', 'postcard', 'evening', 'phone'] as const;
export type RoundChannel = (typeof roundChannels)[number];

/** It follows from the days, and from whether it was stopped before its last one. */
export const roundStates = ['to_come', 'running', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** Days are `yyyy-mm-dd` in Europe/Amsterdam, the last one included. */
export interface RoundPeriod {
  readonly startsOn: string;
  readonly endsOn: string;
  /** The instant at which it was stopped early; null when it was not. */
  readonly stoppedAt: string | null;
}

/** What somebody says of a round. What belongs to a channel is empty where that channel is not used. */
export interface RoundInput extends Omit<RoundPeriod, 'stoppedAt'> {
  readonly villageIds: readonly string[];
  readonly question: string;
  readonly explanation: string;
  readonly channels: readonly RoundChannel[];
  /** Where cards and flyers are handed in. */
  readonly handIn: string;
  readonly phone: string;
  /** When and where people meet. */
  readonly evening: string;
}

/** What can still change while a round runs. */
export interface RoundAdjustment {
  /** Not before the last day that was told. */
  readonly endsOn: string;
  readonly explanation: string;
}

/** A round as lists show it. */
export interface RoundSummary extends RoundPeriod {
  readonly id: string;
  readonly question: string;
  /** By name. */
  readonly villages: readonly VillageRef[];
  readonly state: RoundState;
  /** Until it begins, or until its last day; null once it is closed. */
  readonly daysLeft: number | null;
  /** What was brought in and may stand: what everybody reads, and what is being read. */
  readonly wishes: number;
}

/** How a wish came in: by its author on the site, or as somebody wrote it down. */
export const roundWays = ['web', 'letter', 'postcard', 'call', 'visit', 'evening'] as const;
export type RoundWay = EnteredWay | 'web';

/** What became of a wish, for the wall, in its order; `ended` was merged with another or taken back by its author. */
export const wallParts = ['done', 'under_way', 'on_agenda', 'not_feasible', 'wish', 'ended'] as const;
export type WallPart = (typeof wallParts)[number];

export const wallPartOf: Readonly<Record<AgendaState, WallPart>> = {
  done: 'done',
  planned: 'under_way',
  in_progress: 'under_way',
  exploring: 'on_agenda',
  on_agenda: 'on_agenda',
  on_hold: 'on_agenda',
  not_feasible: 'not_feasible',
  wish: 'wish',
  merged: 'ended',
  withdrawn: 'ended',
};

/** Numbers of what was brought in; what was refused or hidden is in none of them. */
export interface RoundCounts {
  readonly villages: readonly { readonly village: VillageRef; readonly count: number }[];
  /** Only ways that were used. */
  readonly ways: readonly { readonly way: RoundWay; readonly count: number }[];
  /** Still with the broker, or with its author for a change: told as a number and nothing else. */
  readonly beingRead: number;
  /** Of what everybody may read. */
  readonly parts: Readonly<Record<WallPart, number>>;
}

export interface RoundView
  extends RoundSummary, Pick<RoundInput, 'explanation' | 'channels' | 'handIn' | 'phone' | 'evening'> {
  /** The page of the round, as it stands on paper. */
  readonly url: string;
  readonly counts: RoundCounts;
  readonly allowedActions: readonly RoundAction[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** One wish of a round that everybody may read, with what became of it. */
export interface RoundWish {
  readonly id: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly way: RoundWay;
  readonly sentInAt: string;
  readonly part: WallPart;
  readonly agendaState: AgendaState;
  readonly actingParty: ActingParty;
  readonly plan: PlanView | null;
  /** The instant of the last change of state. */
  readonly statusAt: string | null;
  /** Why it cannot be, or waits, and what can be done instead. */
  readonly reason: string | null;
  readonly alternative: string | null;
  /** What was done, of one that is. */
  readonly evidence: string | null;
  /** What the town hall said of it last; null when it said nothing. */
  readonly word: { readonly text: string; readonly at: string } | null;
  /** The point it goes on in; null when it was not merged, or everybody may not read that. */
  readonly mergedInto: { readonly id: string; readonly title: string } | null;
}

const dayMs = 86_400_000;

/** From one day `yyyy-mm-dd` to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

export function roundStateAt({ startsOn, endsOn, stoppedAt }: RoundPeriod, now: Date): RoundState {
  const today = amsterdamDay(now);
  if (stoppedAt !== null || today > endsOn) return 'closed';
  return today < startsOn ? 'to_come' : 'running';
}

/** Days until a round begins, or until its last day (0: that is today); null once it is closed. */
export function daysLeftAt(period: RoundPeriod, now: Date): number | null {
  const state = roundStateAt(period, now);
  if (state === 'closed') return null;
  return daysBetween(amsterdamDay(now), state === 'to_come' ? period.startsOn : period.endsOn);
}

/** What a channel cannot do without: who reads "bel ons" has to know which number. */
const needs = { flyer: 'handIn', postcard: 'handIn', evening: 'evening', phone: 'phone' } as const;

/** What is wrong with a round that is made or changed before its first day. Empty when nothing is. */
export function roundFaults(input: RoundInput, now: Date): readonly FieldError[] {
  const { startsOn, endsOn, channels } = input;
  const faults: FieldError[] = [];
  if (!isDay(startsOn) || startsOn < amsterdamDay(now))
    faults.push({ pointer: '/startsOn', detail: 'a day, today or later' });
  if (!isDay(endsOn) || endsOn < startsOn)
    faults.push({ pointer: '/endsOn', detail: 'a day, not before the first one' });
  else faults.push(...endFaults(startsOn, endsOn));
  for (const channel of ['postcard', 'flyer', 'evening', 'phone'] as const) {
    const pointer = `/${needs[channel]}`;
    const isKnown = faults.some((fault) => fault.pointer === pointer);
    if (channels.includes(channel) && input[needs[channel]].trim() === '' && !isKnown)
      faults.push({ pointer, detail: `needed for the channel ${channel}` });
  }
  return faults;
}

/** What is wrong with a change of a round that runs: its end was told, so it only moves away. */
export function adjustmentFaults(period: RoundPeriod, { endsOn }: RoundAdjustment): readonly FieldError[] {
  if (!isDay(endsOn) || endsOn < period.endsOn)
    return [{ pointer: '/endsOn', detail: 'the last day that was told, or later' }];
  return endFaults(period.startsOn, endsOn);
}

function endFaults(startsOn: string, endsOn: string): readonly FieldError[] {
  if (daysBetween(startsOn, endsOn) < roundLimits.days.max) return [];
  return [{ pointer: '/endsOn', detail: `at most ${roundLimits.days.max} days` }];
}
