import type { Actor, Place } from '@kernagenda/identity/domain';
import type { AgendaState, ProposalText } from '@kernagenda/proposals/domain';
import { amsterdamDay, defineActions, isDay } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { NewsVoice } from './items';
import { maySpeakFor } from './letters';

/** Lengths in characters; `room` is how many people may come at most. */
export const eventLimits = {
  title: { min: 5, max: 120 },
  text: { max: 2000 },
  place: { min: 2, max: 120 },
  room: { min: 2, max: 1000 },
  outcomes: 200,
} as const;

/** `table_talk` is a gesprekstafel, `network_day` a day on which villages meet. */
export const eventKinds = ['evening', 'table_talk', 'site_walk', 'network_day'] as const;
export type EventKind = (typeof eventKinds)[number];

/** It follows from its times, and from whether it was cancelled. */
export const eventStates = ['to_come', 'under_way', 'over', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

/** Who takes an outcome further. */
export const outcomeOwners = ['group', 'broker', 'residents'] as const;
export type OutcomeOwner = (typeof outcomeOwners)[number];

/** What the rules need to know of an event and of who asks. */
export interface EventFacts {
  readonly actor: Actor | null;
  readonly place: Place;
  readonly isSignedUp: boolean;
}

const runs = (facts: EventFacts): boolean => maySpeakFor(facts);

/** What becomes of an event. Whether there is room is looked at when somebody signs up, under a lock. */
export const eventActions = defineActions<EventState, EventFacts>()({
  edit: { from: ['to_come'], to: 'to_come', allows: runs },
  cancel: { from: ['to_come'], to: 'cancelled', allows: runs },
  sign_up: { from: ['to_come'], to: 'to_come', allows: ({ actor, isSignedUp }) => actor !== null && !isSignedUp },
  sign_off: { from: ['to_come'], to: 'to_come', allows: ({ actor, isSignedUp }) => actor !== null && isSignedUp },
  /** From its beginning on, so that it is done before people go home. */
  enter_outcome: { from: ['under_way', 'over'], to: 'over', allows: runs },
});
export type EventAction = keyof typeof eventActions;

/** Day `yyyy-mm-dd` and times `hh:mm` are those of the clock in Europe/Amsterdam. */
export interface EventInput {
  readonly kind: EventKind;
  readonly title: string;
  readonly text: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  /** How many people may come; null for as many as want. */
  readonly room: number | null;
}

/** An outcome for who reads it: the point it became, and who takes it further. */
export interface EventOutcome {
  readonly pointId: string;
  readonly title: string;
  readonly agendaState: AgendaState;
  readonly owner: OutcomeOwner;
}

export interface OutcomeInput extends ProposalText {
  readonly owner: OutcomeOwner;
}

export interface EventSummary extends Omit<EventInput, 'text'> {
  readonly id: string;
  readonly village: VillageRef;
  /** The instants of its times. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: EventState;
  /** How many people signed up. */
  readonly comers: number;
}

export interface EventView extends EventSummary {
  readonly text: string;
  readonly by: NewsVoice;
  readonly isSignedUp: boolean;
  /** Those that everybody may read. */
  readonly outcomes: readonly EventOutcome[];
  /** How many outcomes wait to be read by who may place them. */
  readonly beingRead: number;
  readonly allowedActions: readonly EventAction[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** The events of a village: the last day first. */
export interface EventsPage {
  readonly village: VillageRef;
  readonly items: readonly EventSummary[];
  readonly nextCursor: string | null;
  readonly mayHold: boolean;
}

export function eventStateAt(
  { startsAt, endsAt, isCancelled }: { readonly startsAt: Date; readonly endsAt: Date; readonly isCancelled: boolean },
  now: Date,
): EventState {
  if (isCancelled) return 'cancelled';
  if (now < startsAt) return 'to_come';
  return now < endsAt ? 'under_way' : 'over';
}

/** Whether nobody more may come. */
export const isFull = ({ room, comers }: Pick<EventSummary, 'room' | 'comers'>): boolean =>
  room !== null && comers >= room;

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with the day and times of an event: they are to come, and it ends the day it begins. Empty when nothing is. */
export function eventFaults({ day, starts, ends }: EventInput, now: Date): readonly FieldError[] {
  const faults: FieldError[] = [];
  if (!isDay(day) || day < amsterdamDay(now)) faults.push({ pointer: '/day', detail: 'a day, today or later' });
  if (!time.test(starts)) faults.push({ pointer: '/starts', detail: 'a time as 19:30' });
  if (!time.test(ends) || ends <= starts)
    faults.push({ pointer: '/ends', detail: 'a time as 21:30, after the beginning' });
  return faults;
}
