import { actsAsBroker, actsAsSecretary, covers, teamsOf } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { Problem, allowedActions, defineActions, stateAfter } from '@kernagenda/shared/domain';
import { demandStates, leavableStates } from './states';
import type { ProcurementState } from './states';

/** What the rules need to know of a purchase and of who asks. */
export interface ProcurementFacts {
  readonly actor: Actor | null;
  /** Where the villages stand that take part now. */
  readonly places: readonly Place[];
  /** The teams that are party of the collaboration now. */
  readonly teamIds: readonly string[];
  /** The team that buys; null until one is named. */
  readonly buyerTeamId: string | null;
  /** Up to how many cents this person may decide at this moment; null without a mandate. */
  readonly mandateCents: number | null;
  /** The highest mandate in the buying team at this moment; null when nobody there has one. */
  readonly teamMandateCents: number | null;
  /** What is decided upon: the chosen quote for all together, else the advised one; null while there is none. */
  readonly totalCents: number | null;
  readonly areQuotesOpen: boolean;
  /** How many villages ask for something. */
  readonly demandingVillages: number;
  /** How many of their lines have no price alone yet. */
  readonly unpricedLines: number;
  /** Whether the demand is the same as when the route was chosen. */
  readonly isRouteCurrent: boolean;
  readonly isDecided: boolean;
  /** Whether what was decided is still what it costs for who still takes part; true before a decision. */
  readonly isDecisionCurrent: boolean;
  /** How many quotes meet the requirements. */
  readonly suitableQuotes: number;
  /** How many villages still wait for their delivery. */
  readonly openDeliveries: number;
  readonly isBooked: boolean;
}

type Who = (facts: ProcurementFacts) => boolean;

/** Who asks, and who takes part. */
type Parties = Pick<ProcurementFacts, 'actor' | 'places' | 'teamIds'>;

const livesHere: Who = ({ actor, places }) => places.some(({ villageId }) => villageId === actor?.homeVillageId);

/** Staff act nowhere as staff in the village they live in, so nobody buys for it. */
const worksFor = (facts: ProcurementFacts, teamId: string): boolean => {
  const [place] = facts.places;
  return !!place && !livesHere(facts) && teamsOf(facts.actor, place).includes(teamId);
};

/** An official of a team that is party, for at least one of the villages. */
const isPartyOfficial = ({ actor, places, teamIds }: Parties): boolean =>
  places.some((place) => teamsOf(actor, place).some((id) => teamIds.includes(id)));

const isBroker = ({ actor, places }: Parties): boolean => places.some((place) => actsAsBroker(actor, place, false));
const isSecretary = ({ actor, places }: Parties): boolean => places.some((place) => actsAsSecretary(actor, place));

/** An official of the team that is party of the collaboration and named as its buyer. */
export const actsAsBuyer: Who = (facts) =>
  facts.buyerTeamId !== null && facts.teamIds.includes(facts.buyerTeamId) && worksFor(facts, facts.buyerTeamId);

/** Who carries the demand on for all: secretaries and brokers of the villages, officials of the teams. */
export const leadsDemand = (facts: Parties): boolean => isSecretary(facts) || isBroker(facts) || isPartyOfficial(facts);

/**
 * Who names the team that buys, and who says that it does not go on together (a village leaves by itself): brokers of the
 * villages, and officials of the teams.
 */
const actsForAll: Who = (facts) => isBroker(facts) || isPartyOfficial(facts);

const isAlderman: Who = (facts) =>
  !livesHere(facts) && facts.places.some((place) => covers(facts.actor, 'alderman', place));

/** The official with a mandate for the whole sum; above every mandate of the team, the alderman. */
export const mayDecide: Who = (facts) => {
  const total = facts.totalCents ?? 0;
  if (actsAsBuyer(facts)) return facts.mandateCents !== null && facts.mandateCents >= total;
  return isAlderman(facts) && total > (facts.teamMandateCents ?? -1);
};

/** Who works on what one village asks for: its group, its broker, and officials of the teams that are party. */
export const mayDemand = ({ actor, teamIds }: ProcurementFacts, place: Place): boolean =>
  covers(actor, 'group_member', place) ||
  speaksFor(actor, place) ||
  teamsOf(actor, place).some((id) => teamIds.includes(id));

/** Who says for one village what it thinks of the quotes, and that it got its part: its secretary or its broker. */
export const speaksFor = (actor: Actor | null, place: Place): boolean =>
  actsAsSecretary(actor, place) || actsAsBroker(actor, place, false);

/** Who says that a delivery is there: who speaks for the village, or the buyer. */
export const mayReceive = (facts: ProcurementFacts, place: Place): boolean =>
  speaksFor(facts.actor, place) || actsAsBuyer(facts);

/** Who knows suppliers by name once prices are open: brokers, officials and aldermen of the purchase; others get letters. */
export const knowsSuppliers: Who = (facts) =>
  isBroker(facts) || isPartyOfficial(facts) || facts.places.some((place) => covers(facts.actor, 'alderman', place));

/** Who reads what the demand costs before the prices are open: who works on it or oversees it. After that everyone does. */
export const readsEstimates: Who = (facts) =>
  facts.areQuotesOpen || knowsSuppliers(facts) || facts.places.some((place) => mayDemand(facts, place));

/** The lifecycle of a joint purchase. Residents say what is wanted; the mandated official decides, above the mandate the alderman. */
export const procurementActions = defineActions<ProcurementState, ProcurementFacts>()({
  freeze: { from: ['gathering'], to: 'demand_frozen', allows: leadsDemand },
  check_route: { from: ['demand_frozen', 'route_checked', 'specified'], to: 'route_checked', allows: actsAsBuyer },
  specify: { from: ['route_checked'], to: 'specified', allows: actsAsBuyer },
  request_quotes: { from: ['specified'], to: 'quotes_requested', allows: actsAsBuyer },
  advise: { from: ['quotes_requested'], to: 'advised', allows: actsAsBuyer },
  // Who steps out after the decision changes the sum: then it is decided again.
  decide: { from: ['advised', 'decided'], to: 'decided', allows: mayDecide },
  order: { from: ['decided'], to: 'ordered', allows: actsAsBuyer },
  deliver: {
    from: ['ordered'],
    to: ({ openDeliveries }) => (openDeliveries <= 1 ? 'delivered' : 'ordered'),
    allows: (facts) => facts.places.some((place) => mayReceive(facts, place)),
  },
  evaluate: { from: ['delivered'], to: 'evaluated', allows: (facts) => actsAsBuyer(facts) || isBroker(facts) },
  end_not_joint: { from: leavableStates, to: 'not_joint', allows: actsForAll },
  cancel: { from: [...leavableStates, 'ordered'], to: 'cancelled', allows: actsAsBuyer },
});
export type ProcurementMove = keyof typeof procurementActions;

/** Why what a person may do cannot be done yet. */
export type Obstacle =
  | 'one_village'
  | 'unpriced_lines'
  | 'quotes_sealed'
  | 'no_suitable_quote'
  | 'route_outdated'
  | 'already_decided'
  | 'decision_outdated'
  | 'already_booked'
  | 'quotes_closed';

const togetherNeeds = ({ demandingVillages }: ProcurementFacts): Obstacle | null =>
  demandingVillages < 2 ? 'one_village' : null;

const needsOf: Readonly<Partial<Record<ProcurementMove, (facts: ProcurementFacts) => Obstacle | null>>> = {
  freeze: togetherNeeds,
  check_route: (facts) => togetherNeeds(facts) ?? (facts.unpricedLines > 0 ? 'unpriced_lines' : null),
  request_quotes: (facts) => (facts.isRouteCurrent ? togetherNeeds(facts) : 'route_outdated'),
  advise: (facts) =>
    !facts.areQuotesOpen ? 'quotes_sealed' : facts.suitableQuotes === 0 ? 'no_suitable_quote' : togetherNeeds(facts),
  decide: (facts) => togetherNeeds(facts) ?? (facts.isDecided && facts.isDecisionCurrent ? 'already_decided' : null),
  order: (facts) => togetherNeeds(facts) ?? (facts.isDecisionCurrent ? null : 'decision_outdated'),
};

/** The state after a move. @throws Problem `not_allowed`, or `wrong_state` with the obstacle in its detail. */
export function moveTo(move: ProcurementMove, state: ProcurementState, facts: ProcurementFacts): ProcurementState {
  const to = stateAfter<ProcurementState, ProcurementFacts>(procurementActions, move, state, facts);
  const obstacle = needsOf[move]?.(facts) ?? null;
  if (obstacle) throw blocked(obstacle);
  return to;
}

const obstacleTexts: Readonly<Record<Obstacle, string>> = {
  one_village: 'Fewer than two villages ask for something.',
  unpriced_lines: 'Say of every line what it would cost alone, and where that comes from.',
  quotes_sealed: 'The closing time has not passed: prices are still sealed.',
  no_suitable_quote: 'No quote meets the requirements.',
  route_outdated: 'The demand changed since the route was chosen; check the route again.',
  already_decided: 'It was decided already.',
  decision_outdated: 'A village stepped out since the decision: decide again.',
  already_booked: 'The saving was booked already.',
  quotes_closed: 'The closing time has passed.',
};

/** The problem of an obstacle. */
const blocked = (obstacle: Obstacle): Problem => new Problem('wrong_state', `${obstacle}: ${obstacleTexts[obstacle]}`);

/** What else is done with a purchase, that moves it nowhere. */
const procurementEdits = ['change', 'name_buyer', 'add_quote', 'assess_quotes', 'change_coordination', 'book'] as const;
export type ProcurementEdit = (typeof procurementEdits)[number];

const isOneOf = (states: readonly ProcurementState[], state: ProcurementState): boolean => states.includes(state);

const editRules: Readonly<
  Record<
    ProcurementEdit,
    {
      readonly from: readonly ProcurementState[];
      readonly allows: Who;
      readonly needs?: (facts: ProcurementFacts) => Obstacle | null;
    }
  >
> = {
  change: { from: ['gathering'], allows: leadsDemand },
  name_buyer: { from: demandStates, allows: actsForAll },
  add_quote: {
    from: ['quotes_requested'],
    allows: actsAsBuyer,
    needs: ({ areQuotesOpen }) => (areQuotesOpen ? 'quotes_closed' : null),
  },
  assess_quotes: {
    from: ['quotes_requested'],
    allows: actsAsBuyer,
    needs: ({ areQuotesOpen }) => (areQuotesOpen ? null : 'quotes_sealed'),
  },
  change_coordination: { from: leavableStates, allows: (facts) => actsAsBuyer(facts) || isBroker(facts) },
  book: {
    from: ['delivered', 'evaluated'],
    allows: actsAsBuyer,
    needs: ({ isBooked }) => (isBooked ? 'already_booked' : null),
  },
};

/** @throws Problem `not_allowed` for who may not, `wrong_state` while it cannot be done. */
export function requireEdit(edit: ProcurementEdit, state: ProcurementState, facts: ProcurementFacts): void {
  const { from, allows, needs } = editRules[edit];
  if (!allows(facts)) throw new Problem('not_allowed');
  if (!isOneOf(from, state)) throw new Problem('wrong_state', `"${edit}" is not possible from "${state}".`);
  const obstacle = needs?.(facts) ?? null;
  if (obstacle) throw blocked(obstacle);
}

export type ProcurementAction = ProcurementMove | ProcurementEdit;
export const procurementActionNames = [
  ...(Object.keys(procurementActions) as ProcurementMove[]),
  ...procurementEdits,
] satisfies ProcurementAction[];

/** Everything this person may do with a purchase now. */
export function allowedProcurementActions(state: ProcurementState, facts: ProcurementFacts): ProcurementAction[] {
  const moves = allowedActions<ProcurementState, ProcurementFacts, ProcurementMove>(procurementActions, state, facts);
  return [
    ...moves.filter((move) => !needsOf[move]?.(facts)),
    ...procurementEdits.filter((edit) => {
      const { from, allows, needs } = editRules[edit];
      return isOneOf(from, state) && allows(facts) && !needs?.(facts);
    }),
  ];
}
