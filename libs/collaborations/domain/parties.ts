import { actsAsBroker, actsAsSecretary, covers, hasRole } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';

/** Who can take part: a village, a team of the town hall, or somebody outside it. */
export const partyKinds = ['village', 'team', 'partner'] as const;
export type PartyKind = (typeof partyKinds)[number];

export const partnerKinds = ['water_board', 'province', 'association', 'neighbour', 'company', 'other'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partyRoles = ['lead', 'participant', 'adviser', 'funder', 'observer'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** The roles that work on it; the others read along. */
export const workingRoles = ['lead', 'participant'] as const satisfies PartyRole[];

/** What the rules need to know of a party. */
export interface PartyFacts {
  readonly kind: PartyKind;
  readonly role: PartyRole;
  /** Of a village; null for others. */
  readonly place: Place | null;
  readonly teamId: string | null;
  /** The resident who speaks for a village that has no group; null where there is none. */
  readonly contactId: string | null;
  readonly hasLeft: boolean;
  /** Whether something was ordered for it, so that it can no longer leave. */
  readonly isBound: boolean;
}

/** What the rules need to know of a collaboration and of who asks. */
export interface CollaborationFacts {
  readonly actor: Actor | null;
  readonly parties: readonly PartyFacts[];
}

const isOfTeam = (actor: Actor | null, teamId: string | null): boolean =>
  teamId !== null &&
  (actor?.roles ?? []).some(
    ({ role, scopeType, scopeId }) => role === 'official' && scopeType === 'team' && scopeId === teamId,
  );

/** Whether this person signs for a village: its secretary, or its broker, who does not live there. */
export const signsForVillage = (actor: Actor | null, place: Place): boolean =>
  actsAsSecretary(actor, place) || actsAsBroker(actor, place, false);

/** Whether an alderman acts for a place; nobody does so where they live. */
const isAldermanOf = (actor: Actor | null, place: Place): boolean =>
  covers(actor, 'alderman', place) && actor?.homeVillageId !== place.villageId;

/**
 * Whether this person signs for a party: joins, leaves, takes on a role. Secretary and broker for a village, an official
 * for the own team, an alderman for all in the own scope. Who is outside the platform is spoken for by who leads.
 */
export function signsFor({ actor, parties }: CollaborationFacts, party: PartyFacts): boolean {
  if (party.hasLeft) return false;
  if (party.place) return signsForVillage(actor, party.place) || isAldermanOf(actor, party.place);
  if (party.kind === 'team') return isOfTeam(actor, party.teamId);
  return parties.some(
    (other) => other.kind !== 'partner' && other.role === 'lead' && signsFor({ actor, parties }, other),
  );
}

/** Whether this person works along for a party: who signs, the members of the group, and the contact of the village. */
export function worksFor(facts: CollaborationFacts, party: PartyFacts): boolean {
  const { actor } = facts;
  if (!actor || party.hasLeft) return false;
  if (signsFor(facts, party) || actor.personId === party.contactId) return true;
  return party.place !== null && covers(actor, 'group_member', party.place);
}

const isWorking = ({ role }: PartyFacts): boolean => workingRoles.some((working) => working === role);

/** Whether this person decides about the whole: who signs for a party that leads or takes part. */
export const steers = (facts: CollaborationFacts): boolean =>
  facts.parties.some((party) => isWorking(party) && signsFor(facts, party));

/** Whether this person keeps tasks, agreements and documents: who works for a party that leads or takes part. */
export const worksOn = (facts: CollaborationFacts): boolean =>
  facts.parties.some((party) => isWorking(party) && worksFor(facts, party));

/** Whether this person reads what is for the parties alone. */
export const takesPart = (facts: CollaborationFacts): boolean => facts.parties.some((party) => worksFor(facts, party));

/** Whether this person may begin one for a village, or bring it in. */
export const mayStart = (actor: Actor | null, place: Place): boolean =>
  signsForVillage(actor, place) || isAldermanOf(actor, place);

/** Whether an official brings in the own team. */
export const mayBringInTeam = (actor: Actor | null, teamId: string): boolean =>
  hasRole(actor, 'official') && isOfTeam(actor, teamId);

/** Whether this person takes a party out: who signs for it, while nothing is ordered for it. */
export const mayLeave = (facts: CollaborationFacts, party: PartyFacts): boolean =>
  signsFor(facts, party) && !party.isBound;
