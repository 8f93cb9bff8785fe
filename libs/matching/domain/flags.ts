import { actsAsBroker } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { defineActions } from '@kernagenda/shared/domain';
import type { MatchFlagState } from './views';

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
export type MatchFlagAction = keyof typeof matchFlagActions;

/** Why a flag is not right. */
export const declineReasons = ['other_subject', 'opposite', 'too_broad', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const matchFlagLimits = { note: 500, snoozeDays: 180 } as const;
