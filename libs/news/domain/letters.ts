import { actsAsBroker, actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { amsterdamDay, daysAfter, defineActions, isDay } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** Lengths in characters; `days` is how long a period is at most, `ahead` how far "what is coming" looks, in days. */
export const letterLimits = {
  title: { min: 5, max: 120 },
  introduction: { max: 3000 },
  words: { max: 500 },
  lines: 100,
  days: 92,
  ahead: 92,
} as const;

/** What a letter tells, in reading order. `late` and `coming` are as of the day it was written. */
export const letterParts = ['new', 'moved', 'kept', 'late', 'coming'] as const;
export type LetterPart = (typeof letterParts)[number];

export const letterStates = ['draft', 'published'] as const;
export type LetterState = (typeof letterStates)[number];

/** Days are `yyyy-mm-dd` in Europe/Amsterdam, both included. */
export interface LetterPeriod {
  readonly fromOn: string;
  readonly toOn: string;
}

/** What the rules need to know: who asks, and where the village of the letter lies. */
export interface NewsFacts {
  readonly actor: Actor | null;
  readonly place: Place;
}

/** Whether this person speaks for a village: secretary or chair of its group, or a broker of it who does not live there. */
export const maySpeakFor = ({ actor, place }: NewsFacts): boolean =>
  actsAsSecretary(actor, place) || actsAsBroker(actor, place, false);

/** Who has one of these somewhere may have a village to speak for; which one, `maySpeakFor` says. */
export const speakingRoles = ['secretary', 'broker'] as const;

/** What becomes of a letter: it is sent once, and stays as it was sent. */
export const letterActions = defineActions<LetterState, NewsFacts>()({
  edit: { from: ['draft'], to: 'draft', allows: maySpeakFor },
  publish: { from: ['draft'], to: 'published', allows: maySpeakFor },
  /** Nothing of it is left. */
  discard: { from: ['draft'], to: 'draft', allows: maySpeakFor },
});
export type LetterAction = keyof typeof letterActions;

/** Whether this person may know of a letter: everybody once it was sent, before that who may write it. */
export const mayReadLetter = (state: LetterState, facts: NewsFacts): boolean =>
  state === 'published' || maySpeakFor(facts);

/** One fact of a letter. It keeps no text of its point: title and what was promised are those of today. */
export interface LetterLine {
  readonly id: string;
  readonly part: LetterPart;
  readonly pointId: string;
  readonly title: string;
  /** The state of the point when the letter was written. */
  readonly state: AgendaState;
  /** The day `yyyy-mm-dd` it is about, or the month `yyyy-mm` of a milestone. */
  readonly day: string;
  /** What was promised or is aimed at; null for a point that is new or moved. */
  readonly what: string | null;
  readonly isMilestone: boolean;
  /** What the writer says instead of the sentence of the system; null where it stands. */
  readonly words: string | null;
  /** Left out by the writer; never so in a letter that was sent. */
  readonly isLeftOut: boolean;
}

export interface LetterSummary extends LetterPeriod {
  readonly id: string;
  readonly village: VillageRef;
  readonly title: string;
  readonly state: LetterState;
  /** Null while it is a draft. */
  readonly publishedAt: string | null;
}

export interface LetterView extends LetterSummary {
  readonly introduction: string;
  /** By part, in the order of `letterParts`; without points that nobody may read now. */
  readonly lines: readonly LetterLine[];
  /** The page of the letter, as it stands on paper. */
  readonly url: string;
  readonly allowedActions: readonly LetterAction[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** The letters of a village, the newest first; drafts only for who may write them. */
export interface LettersView {
  readonly village: VillageRef;
  readonly items: readonly LetterSummary[];
  readonly nextCursor: string | null;
  /** The period of the next letter; null for who may not write it. */
  readonly next: LetterPeriod | null;
}

export interface LetterInput extends LetterPeriod {
  /** Slug. */
  readonly village: string;
  readonly title: string;
}

export interface LetterLineInput {
  readonly id: string;
  /** Null leaves the sentence of the system. */
  readonly words: string | null;
  readonly isLeftOut: boolean;
}

export interface LetterEdit {
  readonly title: string;
  readonly introduction: string;
  /** What is not named stays as it is. */
  readonly lines: readonly LetterLineInput[];
}

const dayMs = 86_400_000;

/** From the first to the last day, both included. */
const daysIn = ({ fromOn, toOn }: LetterPeriod): number =>
  Math.round((Date.parse(toOn) - Date.parse(fromOn)) / dayMs) + 1;

/**
 * The period of the next letter: from the moment until which letters that were sent tell, at most a quarter back, up to
 * today. A day that one of them told in part is in it again; its facts are not.
 */
export function nextPeriod(toldUntil: Date | null, now: Date): LetterPeriod {
  const toOn = amsterdamDay(now);
  const earliest = daysAfter(now, 1 - letterLimits.days);
  if (toldUntil === null) return { fromOn: earliest, toOn };
  const after = amsterdamDay(toldUntil);
  const fromOn = after > toOn ? toOn : after;
  return { fromOn: fromOn < earliest ? earliest : fromOn, toOn };
}

/** What is wrong with a period: it ends today or earlier, and is no longer than a quarter. Empty when nothing is. */
export function periodFaults(period: LetterPeriod, now: Date): readonly FieldError[] {
  const { fromOn, toOn } = period;
  if (!isDay(toOn) || toOn > amsterdamDay(now)) return [{ pointer: '/toOn', detail: 'a day, today or earlier' }];
  if (!isDay(fromOn) || fromOn > toOn) return [{ pointer: '/fromOn', detail: 'a day, not after the last one' }];
  if (daysIn(period) <= letterLimits.days) return [];
  return [{ pointer: '/fromOn', detail: `at most ${letterLimits.days} days before the last one` }];
}
