import { steers } from '@kernagenda/collaborations/domain';
import type { CollaborationFacts, CollaborationSummary, HistoryEntry } from '@kernagenda/collaborations/domain';
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

/**
 * What a letter tells, in reading order: `together` what happened in the collaboration, if it is of one; `late` and
 * `coming` are as of the day it was written.
 */
export const letterParts = ['together', 'new', 'moved', 'kept', 'late', 'coming'] as const;
export type LetterPart = (typeof letterParts)[number];

export const letterStates = ['draft', 'published'] as const;
export type LetterState = (typeof letterStates)[number];

/** Days are `yyyy-mm-dd` in Europe/Amsterdam, both included. */
export interface LetterPeriod {
  readonly fromOn: string;
  readonly toOn: string;
}

/** What the rules need to know: who asks, and where the village lies. */
export interface NewsFacts {
  readonly actor: Actor | null;
  readonly place: Place;
}

/** Whether this person speaks for a village: secretary or chair of its group, or a broker of it who does not live there. */
export const maySpeakFor = ({ actor, place }: NewsFacts): boolean =>
  actsAsSecretary(actor, place) || actsAsBroker(actor, place, false);

/** What the rules of a letter need to know: who asks, and the village or the collaboration it is of. */
export type LetterFacts = NewsFacts | CollaborationFacts;

/** Whether this person writes letters: who speaks for the village, or who steers the collaboration. */
export const mayWriteLetter = (facts: LetterFacts): boolean =>
  'parties' in facts ? steers(facts) : maySpeakFor(facts);

/** What becomes of a letter: it is sent once, and stays as it was sent. */
export const letterActions = defineActions<LetterState, LetterFacts>()({
  edit: { from: ['draft'], to: 'draft', allows: mayWriteLetter },
  publish: { from: ['draft'], to: 'published', allows: mayWriteLetter },
  /** Nothing of it is left. */
  discard: { from: ['draft'], to: 'draft', allows: mayWriteLetter },
});
export type LetterAction = keyof typeof letterActions;

/** Whether this person may know of a letter: everybody once it was sent, before that who may write it. */
export const mayReadLetter = (state: LetterState, facts: LetterFacts): boolean =>
  state === 'published' || mayWriteLetter(facts);

/** The point of a line, with its title of today and its state when the letter was written. */
export interface LetterPoint {
  readonly id: string;
  readonly title: string;
  readonly state: AgendaState;
}

/** What happened in a collaboration, as its history tells it. */
export type LetterMoment = Pick<HistoryEntry, 'kind' | 'party' | 'to' | 'title' | 'text'>;

/** One fact of a letter, about a point or about its collaboration: what was promised is said as it is today. */
export interface LetterLine {
  readonly id: string;
  readonly part: LetterPart;
  /** Null in the part `together`, and only there. */
  readonly point: LetterPoint | null;
  /** Null but in the part `together`. */
  readonly moment: LetterMoment | null;
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

/** Whose letters these are; one of the two is there. */
export interface LetterOwner {
  readonly village: VillageRef | null;
  readonly collaboration: Pick<CollaborationSummary, 'id' | 'title'> | null;
}

export interface LetterSummary extends LetterPeriod, LetterOwner {
  readonly id: string;
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

/** The newest first; drafts only for who may write them. */
export interface LettersView extends LetterOwner {
  readonly items: readonly LetterSummary[];
  readonly nextCursor: string | null;
  /** The period of the next letter; null for who may not write it. */
  readonly next: LetterPeriod | null;
}

/** Of whom letters are asked; exactly one of the two. */
export interface LettersOf {
  /** Slug. */
  readonly village?: string;
  /** Id. */
  readonly collaboration?: string;
}

export interface LetterInput extends LetterPeriod, LettersOf {
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

/** What a village or collaboration with letters is called, and its page. */
export function letterHome({ village, collaboration }: LetterOwner): { readonly name: string; readonly path: string } {
  if (village) return { name: village.name, path: `/kernen/${village.slug}` };
  return { name: collaboration?.title ?? '', path: `/samenwerkingen/${collaboration?.id ?? ''}` };
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
