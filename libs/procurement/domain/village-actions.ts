import type { Place } from '@kernagenda/identity/domain';
import { actsAsBuyer, mayDemand, mayReceive, speaksFor } from './actions';
import type { ProcurementFacts } from './actions';
import { demandStates } from './states';
import type { ProcurementState } from './states';

/** What is done for one village of a purchase. */
export const purchaseVillageActions = ['add_line', 'advise', 'plan_delivery', 'deliver', 'evaluate'] as const;
export type PurchaseVillageAction = (typeof purchaseVillageActions)[number];

/** What the rules need to know of one village besides. */
export interface VillageFacts {
  /** Whether it asks for something. */
  readonly asks: boolean;
  readonly isDelivered: boolean;
}

interface VillageRule {
  readonly from: readonly ProcurementState[];
  readonly allows: (facts: ProcurementFacts, place: Place) => boolean;
  readonly isPossible: (facts: ProcurementFacts, village: VillageFacts) => boolean;
}

const speaks: VillageRule['allows'] = ({ actor }, place) => speaksFor(actor, place);
const awaits: VillageRule['isPossible'] = (_, { asks, isDelivered }) => asks && !isDelivered;

const rules: Readonly<Record<PurchaseVillageAction, VillageRule>> = {
  add_line: { from: demandStates, allows: mayDemand, isPossible: () => true },
  advise: {
    from: ['quotes_requested'],
    allows: speaks,
    isPossible: ({ areQuotesOpen }, { asks }) => asks && areQuotesOpen,
  },
  plan_delivery: { from: ['ordered'], allows: (facts) => actsAsBuyer(facts), isPossible: awaits },
  deliver: { from: ['ordered'], allows: mayReceive, isPossible: awaits },
  evaluate: { from: ['ordered', 'delivered'], allows: speaks, isPossible: (_, { isDelivered }) => isDelivered },
};

/** Whether this person has the right to it for a village, whenever it can be done. */
export const mayForVillage = (action: PurchaseVillageAction, facts: ProcurementFacts, place: Place): boolean =>
  rules[action].allows(facts, place);

/** Everything this person may do for one village now. */
export function allowedVillageActions(
  state: ProcurementState,
  facts: ProcurementFacts,
  place: Place,
  village: VillageFacts,
): PurchaseVillageAction[] {
  return purchaseVillageActions.filter((action) => {
    const { from, allows, isPossible } = rules[action];
    return from.includes(state) && allows(facts, place) && isPossible(facts, village);
  });
}
