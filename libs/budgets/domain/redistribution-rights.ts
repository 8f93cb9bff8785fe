import { covers, hasRole } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import type { RedistributionAction, RedistributionState } from './views';
import { redistributionActions } from './views';

/** What the rules need to know of a redistribution and of who asks. */
export interface RedistributionFacts {
  readonly actor: Actor | null;
  /** The villages that would give or get. */
  readonly places: readonly Place[];
  /** What moves in all, in euro cents. */
  readonly cents: number;
  /** The mandate of this person as an official of the municipality; null without one. */
  readonly mandateCents: number | null;
}

/** Who sees what would move between villages: brokers, officials and aldermen, who work for more than one village. */
export const mayReadRedistributions = (actor: Actor | null): boolean =>
  (['broker', 'official', 'alderman'] as const).some((role) => hasRole(actor, role));

/**
 * The alderman of all the villages, or an official whose mandate is enough; nobody who lives in one of them, and nobody
 * where nothing would move.
 */
export const mayRedistribute = ({ actor, places, cents, mandateCents }: RedistributionFacts): boolean => {
  if (!actor || places.length === 0 || places.some(({ villageId }) => villageId === actor.homeVillageId)) return false;
  const isMandated = hasRole(actor, 'official') && mandateCents !== null && mandateCents >= cents;
  return isMandated || (hasRole(actor, 'alderman') && places.every((place) => covers(actor, 'alderman', place)));
};

/** Everything this person may do with it now: nothing is moved by itself, and nothing once it is decided. */
export const allowedRedistributionActions = (
  state: RedistributionState,
  facts: RedistributionFacts,
): readonly RedistributionAction[] => (state === 'proposed' && mayRedistribute(facts) ? redistributionActions : []);
