import { actsAsBroker, actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { allowedActions, defineActions } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import type { Benefit, FlagPoint, MatchFlagState, ReasonView } from './views';

/** What was asked of one village of an introduced flag. */
export const askStates = ['asked', 'accepted', 'declined'] as const;
export type AskState = (typeof askStates)[number];

/**
 * Who answers for a village: its group while somebody is its secretary; without a group who wrote one of its points;
 * without either its broker, who says on whose behalf.
 */
export const askAnswerers = ['group', 'author', 'broker'] as const;
export type AskAnswerer = (typeof askAnswerers)[number];

/** What the rules need to know of what was asked, and of who answers. */
export interface AskFacts {
  readonly actor: Actor | null;
  readonly place: Place;
  readonly answerer: AskAnswerer;
  /** Who wrote a point of the village that everyone may read. */
  readonly authorIds: readonly string[];
  /** Whether no broker of the village is free to answer for it. */
  readonly needsStandIn: boolean;
}

/** Whether this person answers for the village. */
export function answersFor({ actor, place, answerer, authorIds, needsStandIn }: AskFacts): boolean {
  if (!actor) return false;
  if (answerer === 'group') return actsAsSecretary(actor, place);
  if (answerer === 'author') return authorIds.includes(actor.personId);
  return actsAsBroker(actor, place, needsStandIn);
}

/** The lifecycle of what was asked of one village: one answer, for good. */
export const askActions = defineActions<AskState, AskFacts>()({
  accept: { from: ['asked'], to: 'accepted', allows: answersFor },
  decline: { from: ['asked'], to: 'declined', allows: answersFor },
});
export type AskAction = keyof typeof askActions;
export const askActionNames = Object.keys(askActions) as readonly AskAction[];

/** What this person may answer now: nothing before the sides are asked, while it is put away, or once it is over. */
export const allowedAskActions = (flag: MatchFlagState, state: AskState, facts: AskFacts): AskAction[] =>
  flag === 'introduced' ? allowedActions<AskState, AskFacts, AskAction>(askActions, state, facts) : [];

/** Fewer sides do nothing together. */
export const fewestSides = 2;

/** Where the answers of all sides lead: null while it depends on who still has to answer. */
export function outcomeOf(sides: readonly AskState[]): 'accepted' | 'declined' | null {
  const yes = sides.filter((state) => state === 'accepted').length;
  const open = sides.filter((state) => state === 'asked').length;
  if (yes + open < fewestSides) return 'declined';
  return open === 0 ? 'accepted' : null;
}

/** Why a village does not take part. */
export const askDeclineReasons = [
  'not_now',
  'no_people',
  'already_done',
  'rather_alone',
  'something_else',
  'other',
] as const;
export type AskDeclineReason = (typeof askDeclineReasons)[number];
/** The same, or that nobody answered before the others went on. */
export const askEndings = [...askDeclineReasons, 'no_answer'] as const;
export type AskEnding = (typeof askEndings)[number];

/** Lengths in characters; days that a link in a mail can answer; seconds in which an introduction can be taken back. */
export const askLimits = { note: 500, onBehalfOf: 120, linkDays: 14, undoSeconds: 10, token: 300 } as const;

export interface AcceptAskInput {
  /** Who in the village said so, when a broker answers for it; empty for everybody else. */
  readonly onBehalfOf: string;
}

export interface DeclineAskInput extends AcceptAskInput {
  readonly reason: AskDeclineReason;
  readonly note: string;
}

/** One village of an introduced flag: what was asked of it, and what it said. */
export interface SideView {
  readonly askId: string;
  readonly village: VillageRef;
  readonly state: AskState;
  /** As whom it was answered, or who has to answer now. */
  readonly answerer: AskAnswerer;
  /** Null while it waits, when nobody answered in time, or when the person is no longer known. */
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  /** Empty unless a broker answered. */
  readonly onBehalfOf: string;
  /** Null unless it was declined. */
  readonly reason: AskEnding | null;
  readonly note: string;
  readonly allowedActions: readonly AskAction[];
}

/** Who introduced the sides of a flag, and until when that person can take it back. */
export interface IntroducedView {
  /** Null when the person is no longer known. */
  readonly by: string | null;
  readonly at: string;
  /** Null for everybody else, and once somebody answered. */
  readonly undoUntil: string | null;
}

/** What one village is asked, for who answers for it. */
export interface AskView {
  readonly id: string;
  readonly flagId: string;
  readonly label: string;
  readonly benefit: Benefit;
  /** Answers count while it is `introduced`. */
  readonly flagState: MatchFlagState;
  /** Until when it is put away; a day, null when it is not. */
  readonly snoozedUntil: string | null;
  readonly reasons: readonly ReasonView[];
  /** Of all sides, the own one too. */
  readonly points: readonly FlagPoint[];
  /** Null when the person is no longer known. */
  readonly introducedBy: string | null;
  readonly side: SideView;
  /** Whether who reads this also sees the flag with all its sides. */
  readonly seesFlag: boolean;
}

/** An answer from a link in a mail. */
export interface LinkInput {
  readonly token: string;
}
