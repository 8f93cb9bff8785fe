import { actsAsBroker } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { allowedActions, defineActions } from '@kernagenda/shared/domain';
import type { AmountView, MatchFlagState } from './views';

/** What the rules need to know of a flag and of who asks. */
export interface MatchFlagFacts {
  readonly actor: Actor | null;
  /** Where its points stand. */
  readonly places: readonly Place[];
}

/** A broker of one of its villages, never by the village in which that broker lives. */
export const worksOn = ({ actor, places }: MatchFlagFacts): boolean =>
  places.some((place) => actsAsBroker(actor, place, false));

/**
 * The lifecycle of a match flag as far as one broker decides alone: "klopt" keeps it and is remembered, "klopt niet"
 * closes it for all and its pairs stay away until a text materially changes.
 */
export const matchFlagActions = defineActions<MatchFlagState, MatchFlagFacts>()({
  confirm: { from: ['suggested'], to: 'suggested', allows: worksOn },
  snooze: { from: ['suggested'], to: 'snoozed', allows: worksOn },
  wake: { from: ['snoozed'], to: 'suggested', allows: worksOn },
  decline: { from: ['suggested', 'snoozed', 'introduced'], to: 'declined', allows: worksOn },
  reopen: { from: ['declined'], to: 'suggested', allows: worksOn },
});

/** What a broker does with a flag; putting an amount right changes no state. */
export type MatchFlagAction = keyof typeof matchFlagActions | 'correct_amount';
export const matchFlagActionNames = [
  ...(Object.keys(matchFlagActions) as (keyof typeof matchFlagActions)[]),
  'correct_amount',
] satisfies MatchFlagAction[];

/** Everything this person may do with a flag now. */
export function allowedFlagActions(state: MatchFlagState, facts: MatchFlagFacts): MatchFlagAction[] {
  return [
    ...allowedActions<MatchFlagState, MatchFlagFacts, keyof typeof matchFlagActions>(matchFlagActions, state, facts),
    ...(mayCorrectAmount(state, facts) ? (['correct_amount'] as const) : []),
  ];
}

/** Amounts matter while something may still come of it. */
export const mayCorrectAmount = (state: MatchFlagState, facts: MatchFlagFacts): boolean =>
  state !== 'declined' && state !== 'expired' && worksOn(facts);

/** Why a flag is not right. */
export const declineReasons = ['other_subject', 'opposite', 'too_broad', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

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
