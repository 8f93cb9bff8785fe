import { actsAsBroker, actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor, Place, Role } from '@kernagenda/identity/domain';
import { defineActions } from '@kernagenda/shared/domain';
import type { RoundState } from './rounds';

/** Who has one of these somewhere has a village to hold a round in; which one, `mayHoldRound` says. */
export const roundRoles = ['secretary', 'broker'] as const satisfies Role[];

/** What the rules need to know: who asks, and where all villages of the round lie. */
export interface RoundFacts {
  readonly actor: Actor | null;
  readonly places: readonly Place[];
}

/** Whether this person asks the people of these villages: secretary (or chair) or broker of each of them, never of none. */
export const mayHoldRound = ({ actor, places }: RoundFacts): boolean =>
  places.length > 0 && places.every((place) => actsAsSecretary(actor, place) || actsAsBroker(actor, place, false));

/** What can be done with a round: all of it before its first day, later only what does not change what was asked. */
export const roundActions = defineActions<RoundState, RoundFacts>()({
  edit: { from: ['to_come'], to: 'to_come', allows: mayHoldRound },
  /** Nothing of it is left. */
  cancel: { from: ['to_come'], to: 'to_come', allows: mayHoldRound },
  adjust: { from: ['running'], to: 'running', allows: mayHoldRound },
  /** Ends it at this moment. */
  stop: { from: ['running'], to: 'closed', allows: mayHoldRound },
});
export type RoundAction = keyof typeof roundActions;
