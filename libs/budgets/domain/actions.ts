import { actsAsBroker, actsAsResident, actsAsSecretary, covers, teamsOf } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, allowedActions, defineActions, stateAfter } from '@kernagenda/shared/domain';

export const applicationStates = [
  'submitted',
  'incomplete',
  'advised',
  'granted',
  'partly_granted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** The states in which somebody still has to act. */
export const openApplicationStates = ['submitted', 'incomplete', 'advised'] as const satisfies ApplicationState[];

/** What the rules need to know of an application and of who asks. */
export interface ApplicationFacts {
  readonly actor: Actor | null;
  readonly place: Place;
  readonly applicantId: string;
  readonly isForGroup: boolean;
  /** Everybody who advised, also when another advised after them. */
  readonly adviserIds: readonly string[];
  /** What was asked for, in euro cents: what a mandate is held against, also where less is granted or nothing. */
  readonly amountCents: number;
  /** What the decision at hand grants; null where none is at hand. */
  readonly grantedCents: number | null;
  /** The teams there are now in the municipality of the place. */
  readonly teamIds: readonly string[];
  /** Up to how many cents this person may decide at this moment; null without a mandate. */
  readonly mandateCents: number | null;
  /** The highest mandate of those who could decide about this application; null when nobody has one. */
  readonly highestMandateCents: number | null;
  /** Whether the days to complete it are over; true when it was not asked. */
  readonly isCompletingOver: boolean;
}

type Who = (facts: ApplicationFacts) => boolean;

const isApplicant: Who = ({ actor, applicantId }) => actor?.personId === applicantId;

/** Who applied; for a group its chair or secretary now, whoever did it then. */
const speaksForApplicant: Who = (facts) =>
  facts.isForGroup ? actsAsSecretary(facts.actor, facts.place) : isApplicant(facts);

/** Whether who asks has a part in it, as the one who applied or for the group that does: such a person handles nothing. */
const isOwn: Who = (facts) => isApplicant(facts) || speaksForApplicant(facts);

const isBroker: Who = ({ actor, place }) => actsAsBroker(actor, place, false);

const isAlderman: Who = ({ actor, place }) =>
  actor?.homeVillageId !== place.villageId && covers(actor, 'alderman', place);

const isMandated: Who = ({ actor, place, teamIds, mandateCents, amountCents }) =>
  teamsOf(actor, place).some((id) => teamIds.includes(id)) && mandateCents !== null && mandateCents >= amountCents;

/**
 * The official whose mandate is enough for what is asked; above every mandate the alderman. Never who applied, nor who
 * advised.
 */
export const mayDecide: Who = (facts) => {
  if (isOwn(facts) || facts.adviserIds.some((id) => id === facts.actor?.personId)) return false;
  return isMandated(facts) || (isAlderman(facts) && facts.amountCents > (facts.highestMandateCents ?? -1));
};

/** The broker of the village, never on what they applied for. */
const mayAdvise: Who = (facts) => isBroker(facts) && !isOwn(facts);

/** Who reads an application: who applied, the secretary of the village, its broker, who may decide, and the alderman. */
export const mayReadApplication: Who = (facts) =>
  isApplicant(facts) ||
  actsAsSecretary(facts.actor, facts.place) ||
  isBroker(facts) ||
  isMandated(facts) ||
  isAlderman(facts);

/** Who reads how the applicant can be reached: who speaks for them, and who handles it. */
export const mayReadContact: Who = (facts) =>
  speaksForApplicant(facts) || isBroker(facts) || isMandated(facts) || isAlderman(facts);

/** As whom somebody can apply. */
export const applyingSides = ['self', 'group'] as const;
export type ApplyingSide = (typeof applyingSides)[number];

/** As whom a person applies for a village: as resident, or for the group whose chair or secretary they are. */
export const applyingSidesOf = (actor: Actor | null, place: Place): ApplyingSide[] => [
  ...(actor && actor.homeVillageId === place.villageId && actsAsResident(actor) ? (['self'] as const) : []),
  ...(actsAsSecretary(actor, place) ? (['group'] as const) : []),
];

const decided = ({ grantedCents, amountCents }: ApplicationFacts): ApplicationState =>
  grantedCents === amountCents ? 'granted' : grantedCents === 0 ? 'refused' : 'partly_granted';

/** The lifecycle of an application; the broker advises, who has the mandate decides. */
export const applicationActions = defineActions<ApplicationState, ApplicationFacts>()({
  ask: { from: ['submitted', 'advised'], to: 'incomplete', allows: (facts) => mayAdvise(facts) || mayDecide(facts) },
  complete: { from: ['incomplete'], to: 'submitted', allows: speaksForApplicant },
  advise: { from: ['submitted', 'advised'], to: 'advised', allows: mayAdvise },
  // Advice is no condition: a broker who is away must not make a decision late.
  decide: { from: ['submitted', 'advised', 'incomplete'], to: decided, allows: mayDecide },
  withdraw: { from: openApplicationStates, to: 'withdrawn', allows: speaksForApplicant },
});
export type ApplicationAction = keyof typeof applicationActions;

/** Who was asked for more gets the days for it (Awb art. 4:5) before it is decided without. */
const isPossible = (action: ApplicationAction, state: ApplicationState, facts: ApplicationFacts): boolean =>
  action !== 'decide' || state !== 'incomplete' || facts.isCompletingOver;

/** The state after an action. @throws Problem `not_allowed`, `wrong_state`. */
export function moveTo(action: ApplicationAction, state: ApplicationState, facts: ApplicationFacts): ApplicationState {
  const to = stateAfter<ApplicationState, ApplicationFacts>(applicationActions, action, state, facts);
  if (!isPossible(action, state, facts)) throw new Problem('wrong_state', 'The days to complete it are not over.');
  return to;
}

/** Everything this person may do with an application now. */
export const allowedApplicationActions = (state: ApplicationState, facts: ApplicationFacts): ApplicationAction[] =>
  allowedActions<ApplicationState, ApplicationFacts, ApplicationAction>(applicationActions, state, facts).filter(
    (action) => isPossible(action, state, facts),
  );
