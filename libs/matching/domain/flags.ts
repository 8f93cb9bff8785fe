import { actsAsBroker } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { allowedActions, defineActions } from '@kernagenda/shared/domain';
import { fewestSides } from './asks';
import type { AmountView, MatchFlagState } from './views';

/** What the rules need to know of a flag and of who asks. */
export interface MatchFlagFacts {
  readonly actor: Actor | null;
  /** Where its points stand. */
  readonly places: readonly Place[];
  /** Whether its sides were asked, and may still answer when it is taken up again. */
  readonly isIntroduced: boolean;
  /** How many of its sides said yes. */
  readonly accepted: number;
  /** Whether this person may still take the introduction back: soon after, and nobody answered. */
  readonly isUndoable: boolean;
}

/** A broker of one of its villages, never by the village in which that broker lives. */
export const worksOn = ({ actor, places }: Pick<MatchFlagFacts, 'actor' | 'places'>): boolean =>
  places.some((place) => actsAsBroker(actor, place, false));

const takenUp = ({ isIntroduced }: MatchFlagFacts): MatchFlagState => (isIntroduced ? 'introduced' : 'suggested');

/**
 * The lifecycle of a match flag as far as one broker decides alone: "klopt" keeps it and is remembered, "klopt niet"
 * closes it for all and its pairs stay away until a text materially changes. Introduced, its members stand and every
 * side is asked; a broker may go on with those who said yes.
 */
export const matchFlagActions = defineActions<MatchFlagState, MatchFlagFacts>()({
  confirm: { from: ['suggested'], to: 'suggested', allows: worksOn },
  introduce: { from: ['suggested'], to: 'introduced', allows: worksOn },
  undo_introduction: { from: ['introduced'], to: 'suggested', allows: worksOn },
  proceed: { from: ['introduced'], to: 'accepted', allows: worksOn },
  snooze: { from: ['suggested', 'introduced'], to: 'snoozed', allows: worksOn },
  wake: { from: ['snoozed'], to: takenUp, allows: worksOn },
  decline: { from: ['suggested', 'snoozed', 'introduced'], to: 'declined', allows: worksOn },
  reopen: { from: ['declined'], to: takenUp, allows: worksOn },
});
export type MatchFlagLifecycle = keyof typeof matchFlagActions;

/** Where a flag goes by what happens elsewhere: what its sides answer, and what becomes of them together. */
export const matchFlagSteps = defineActions<MatchFlagState, null>()({
  agree: { from: ['introduced'], to: 'accepted', allows: () => true },
  fall_apart: { from: ['introduced'], to: 'declined', allows: () => true },
  link: { from: ['accepted'], to: 'linked', allows: () => true },
  part: { from: ['accepted', 'linked'], to: 'declined', allows: () => true },
});
export type MatchFlagStep = keyof typeof matchFlagSteps;

/** Whether what an action waits for, beyond its state, has come about. */
export function isTimeFor(action: MatchFlagLifecycle, { accepted, isUndoable }: MatchFlagFacts): boolean {
  if (action === 'proceed') return accepted >= fewestSides;
  return action === 'undo_introduction' ? isUndoable : true;
}

/** What a broker does with a flag; putting an amount right changes no state. */
export type MatchFlagAction = MatchFlagLifecycle | 'correct_amount';
export const matchFlagActionNames = [
  ...(Object.keys(matchFlagActions) as MatchFlagLifecycle[]),
  'correct_amount',
] satisfies MatchFlagAction[];

/** Everything this person may do with a flag now. */
export function allowedFlagActions(state: MatchFlagState, facts: MatchFlagFacts): MatchFlagAction[] {
  const possible = allowedActions<MatchFlagState, MatchFlagFacts, MatchFlagLifecycle>(matchFlagActions, state, facts);
  return [
    ...possible.filter((action) => isTimeFor(action, facts)),
    ...(mayCorrectAmount(state, facts) ? (['correct_amount'] as const) : []),
  ];
}

/** Amounts matter while something may still come of it. */
export const mayCorrectAmount = (state: MatchFlagState, facts: Pick<MatchFlagFacts, 'actor' | 'places'>): boolean =>
  state !== 'declined' && state !== 'expired' && worksOn(facts);

/** Why a flag is not right. */
export const declineReasons = ['other_subject', 'opposite', 'too_broad', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** The same, or that the villages do not do it together: the points are alike all the same. */
export const declinedReasons = [...declineReasons, 'not_together'] as const;
export type DeclinedReason = (typeof declinedReasons)[number];

/** Lengths in characters, days ahead, and what nobody counts or pays beyond. */
export const matchFlagLimits = {
  note: 500,
  snoozeDays: 180,
  unit: 40,
  number: 1_000_000,
  cents: 10_000_000_000,
} as const;

export interface SnoozeInput {
  /** The day `yyyy-mm-dd` on which it comes back, after today (Europe/Amsterdam). */
  readonly until: string;
}

export interface DeclineInput {
  readonly reason: DeclineReason;
  readonly note: string;
}

/** What a text says of how much, put right by a person; all null when it names nothing. */
export type AmountInput = Omit<AmountView, 'isCorrected'>;
