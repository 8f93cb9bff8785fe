import type { Actor, Place } from '@kernagenda/identity/domain';
import { proposalLimits } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { amsterdamDay, daysAfter, defineActions, endOfAmsterdamDay } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { mayEnterFor } from '../entered-wishes';

export const eveningLimits = {
  /** So many evenings one person begins in an hour. */
  perHour: 20,
  /** So many evenings are listed, the last first. */
  listed: 50,
  /** So many notes one evening takes, with those that were removed: a full hall, and no more than a page can hold. */
  notes: 300,
  /** A spoken wish: what is longer than a title goes to the text of the proposal as a whole. */
  text: { min: proposalLimits.title.min, max: 400 },
  title: { max: 80 },
  group: { max: 40 },
  dots: { max: 999 },
  place: proposalLimits.place,
} as const;

export const closingLimits = {
  /** Who closes so shortly before eight o'clock mails the morning after. */
  restHours: 3,
  mailHour: 8,
} as const;

/** `open`: notes are written; `closing`: each becomes a proposal; `closed`: all did. */
export const eveningStates = ['open', 'closing', 'closed'] as const;
export type EveningState = (typeof eveningStates)[number];

export interface EveningFacts {
  readonly actor: Actor | null;
  /** The village of the evening. */
  readonly place: Place;
}

const servesVillage = ({ actor, place }: EveningFacts): boolean => mayEnterFor(actor, place);

/** What its group and its broker do with an evening. To `closed` goes the job, once every note is sent in. */
export const eveningActions = defineActions<EveningState, EveningFacts>()({
  write: { from: ['open'], to: 'open', allows: servesVillage },
  /** Once more while it is under way changes nothing, and takes up what stood still. */
  close: { from: ['open', 'closing'], to: 'closing', allows: servesVillage },
});
export type EveningAction = keyof typeof eveningActions;

export interface EveningInput {
  readonly villageId: string;
  /** Empty when the day says enough. */
  readonly title: string;
  /** `yyyy-mm-dd` in Amsterdam. */
  readonly day: string;
}

/** A wish as it was said, whole: the last edit stands. */
export interface EveningNoteInput {
  readonly text: string;
  readonly theme: Theme | null;
  /** The heading it stands under; empty without one. */
  readonly group: string;
  /** Another note of the evening that says the same; both become one proposal. */
  readonly sameAs: string | null;
  /** How much weight the hall gave it. */
  readonly dots: number;
  readonly place: string;
  /** Of who said it and wants to hear what becomes of it; null without one. */
  readonly email: string | null;
  readonly isRemoved: boolean;
  /** When it was first written, on the clock of the computer it was written on. */
  readonly enteredAt: string;
  /** Milliseconds since 1970 of the edit, always more than those of the edit before: the highest stands. */
  readonly revision: number;
}

export interface EveningNoteView extends EveningNoteInput {
  readonly id: string;
  /** What it became; null until then, and for what was left out. */
  readonly proposalId: string | null;
  /** It stayed behind when the evening was sent in. */
  readonly isLeftOut: boolean;
}

export interface EveningSummary {
  readonly id: string;
  readonly village: VillageRef;
  readonly title: string;
  readonly day: string;
  readonly state: EveningState;
  /** Notes that were not removed. */
  readonly noteCount: number;
}

export interface EveningView extends EveningSummary {
  /** Also those that were removed, so that another computer hears of it. */
  readonly notes: readonly EveningNoteView[];
  readonly allowedActions: readonly EveningAction[];
}

export interface CloseEveningInput {
  /** Notes that stay behind. */
  readonly leaveOut: readonly string[];
  /** So many notes that were not removed were seen: nothing goes in that nobody looked at. */
  readonly noteCount: number;
  /** Everybody in the hall knows that the wishes become public. */
  readonly hasConsent: true;
}

/** Eight o'clock in Amsterdam on the first morning that is at least three hours away. */
export function nextMorning(at: Date): Date {
  const rested = new Date(at.getTime() + closingLimits.restHours * 3_600_000);
  // Counted back from midnight: the clock is never changed after eight in the morning.
  const morningOf = (day: string): Date =>
    new Date(endOfAmsterdamDay(day).getTime() + 1 - (24 - closingLimits.mailHour) * 3_600_000);
  const today = morningOf(amsterdamDay(rested));
  return today >= rested ? today : morningOf(daysAfter(rested, 1));
}
