import { actsAsBroker, actsAsSecretary, hasRole } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';

/** `curate`: move its points, each where its own rules allow it; `share`: say which villages have one agenda. */
export const agendaActionNames = ['freeze', 'curate', 'share'] as const;
export type AgendaAction = (typeof agendaActionNames)[number];

/** What the rules need to know: who asks, and where all villages of the agenda lie. */
export interface AgendaFacts {
  readonly actor: Actor | null;
  readonly places: readonly Place[];
}

/**
 * Whether this person freezes versions: the secretary (or chair) of one of the villages, or a broker of one who lives in
 * none of them. An agenda that villages share is one agenda, so one of them is enough.
 */
export function mayFreeze({ actor, places }: AgendaFacts): boolean {
  if (places.some((place) => actsAsSecretary(actor, place))) return true;
  const livesHere = places.some(({ villageId }) => villageId === actor?.homeVillageId);
  return !livesHere && places.some((place) => actsAsBroker(actor, place, false));
}

/** What this person does with an agenda; who freezes it is who curates it, and who shares one with whom is the work of the administrator. */
export function allowedOn(facts: AgendaFacts): readonly AgendaAction[] {
  const may: Readonly<Record<AgendaAction, boolean>> = {
    freeze: mayFreeze(facts),
    curate: mayFreeze(facts),
    share: hasRole(facts.actor, 'admin'),
  };
  return agendaActionNames.filter((action) => may[action]);
}
