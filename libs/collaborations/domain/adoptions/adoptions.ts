import { actsAsResident } from '@kernagenda/identity/domain';
import type { Actor } from '@kernagenda/identity/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { Problem } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';

/** How many steps and points of a journey are shown at most. */
export const adoptionLimits = { steps: 20, points: 100 } as const;

/** What taking over asks of a point that everybody may read. */
export interface AdoptionFacts {
  readonly agendaState: AgendaState;
  /** The villages it is a point of. */
  readonly villageIds: readonly string[];
  /** Where a public point was made of it already. */
  readonly takenIn: readonly string[];
}

const elsewhereStates: readonly AgendaState[] = ['merged', 'withdrawn'];

/**
 * A resident takes a point of another village over for the home village; staff do not.
 * @throws Problem `not_allowed`, `home_village_required`, `wrong_state` for a point of the own village or one that is no
 * point any more, `already_exists` when somebody of the village did
 */
export function requireAdoptable(actor: Actor | null, facts: AdoptionFacts): string {
  if (!actor || !actsAsResident(actor)) throw new Problem('not_allowed');
  const { homeVillageId } = actor;
  if (!homeVillageId) throw new Problem('home_village_required');
  if (facts.villageIds.includes(homeVillageId) || elsewhereStates.includes(facts.agendaState)) {
    throw new Problem('wrong_state', 'Only a point of another village is taken over.');
  }
  if (facts.takenIn.includes(homeVillageId)) throw new Problem('already_exists', 'The village took it over already.');
  return homeVillageId;
}

/** Whether this person may take it over now. */
export function mayAdopt(actor: Actor | null, facts: AdoptionFacts): boolean {
  try {
    requireAdoptable(actor, facts);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Where a point came from, as it can be read there now. */
export interface OriginView {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly agendaState: AgendaState;
  /** Its own words. */
  readonly body: string;
  /** How it was done; null while it was not. */
  readonly story: string | null;
  /** What it asked, in euro cents; null where no money is named. */
  readonly cents: number | null;
}

/** One stop of an idea on its way through the villages. */
export interface AdoptedPoint {
  readonly proposalId: string;
  readonly title: string;
  readonly village: VillageRef;
  readonly agendaState: AgendaState;
  /** Whose idea it took over; null where the idea began. */
  readonly originId: string | null;
  /** When it became public. */
  readonly since: string;
  /** How many times the idea was taken over before. */
  readonly steps: number;
}

/** How the idea of a point travelled; only what everybody may read. */
export interface AdoptionsView {
  readonly origin: OriginView | null;
  /** From where the idea began, each with what came of it below it; empty when nobody took it over. */
  readonly journey: readonly AdoptedPoint[];
  /** What the reader made of this point; null when nothing. */
  readonly mineId: string | null;
  /** The village the reader can take it over for; null when they cannot. */
  readonly adoptFor: VillageRef | null;
}

/** The draft in the home village. */
export interface AdoptionAnswer {
  readonly proposalId: string;
}
