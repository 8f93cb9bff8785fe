export const procurementStates = [
  'gathering',
  'demand_frozen',
  'route_checked',
  'specified',
  'quotes_requested',
  'advised',
  'decided',
  'ordered',
  'delivered',
  'evaluated',
  'not_joint',
  'cancelled',
] as const;
export type ProcurementState = (typeof procurementStates)[number];

/** The states in which nothing runs any more; buying apart is an end like any other. */
export const endedStates = ['evaluated', 'not_joint', 'cancelled'] as const satisfies ProcurementState[];

/** The states in which lines of the demand can still come, change and go; from the freeze on as visible differences. */
export const demandStates = [
  'gathering',
  'demand_frozen',
  'route_checked',
  'specified',
] as const satisfies ProcurementState[];

/** The states before the order: until then a village can leave. */
export const leavableStates = [
  ...demandStates,
  'quotes_requested',
  'advised',
  'decided',
] as const satisfies ProcurementState[];

/** The states from the order on: what is bought is bought for who it was ordered for. */
export const orderedStates = ['ordered', 'delivered', 'evaluated'] as const satisfies ProcurementState[];

/** The ten steps a reader sees, in order. */
export const procurementSteps = [
  'gather',
  'freeze',
  'route',
  'specify',
  'request',
  'advise',
  'decide',
  'order',
  'deliver',
  'evaluate',
] as const;
export type ProcurementStep = (typeof procurementSteps)[number];

const stepOfState: Readonly<Record<ProcurementState, ProcurementStep | null>> = {
  gathering: 'gather',
  demand_frozen: 'route',
  route_checked: 'specify',
  specified: 'request',
  quotes_requested: 'request',
  advised: 'decide',
  decided: 'order',
  ordered: 'deliver',
  delivered: 'evaluate',
  evaluated: null,
  not_joint: null,
  cancelled: null,
};

/** The step that is being taken now; null when nothing runs. Prices that are open make it the turn of the advice. */
export function stepOf(state: ProcurementState, areQuotesOpen: boolean): ProcurementStep | null {
  return state === 'quotes_requested' && areQuotesOpen ? 'advise' : stepOfState[state];
}

/** One of the ten steps as it is drawn. */
export interface StepView {
  readonly step: ProcurementStep;
  readonly state: 'past' | 'now' | 'next';
}

/** All ten steps; of what ended early every step that was not taken stays `next`. */
export function stepsOf(state: ProcurementState, areQuotesOpen: boolean, lastStep: ProcurementStep | null): StepView[] {
  const now = stepOf(state, areQuotesOpen);
  const reached = now ?? lastStep;
  const at = state === 'evaluated' || reached === null ? procurementSteps.length : procurementSteps.indexOf(reached);
  return procurementSteps.map((step, index) => ({
    step,
    state: index < at ? 'past' : step === now ? 'now' : 'next',
  }));
}

/** Who has to act. `decider` is the team with the mandate, or the alderman above it. */
export const purchaseActors = ['villages', 'buyer', 'suppliers', 'decider', 'nobody'] as const;
export type PurchaseActor = (typeof purchaseActors)[number];

/** Who has to act now; once prices are open the villages advise, and then the buyer does. */
export function actingOf(state: ProcurementState, areQuotesOpen: boolean, hasAllAdvice: boolean): PurchaseActor {
  switch (state) {
    case 'gathering':
      return 'villages';
    case 'demand_frozen':
    case 'route_checked':
    case 'specified':
    case 'decided':
    case 'delivered':
      return 'buyer';
    case 'quotes_requested':
      if (!areQuotesOpen) return 'suppliers';
      return hasAllAdvice ? 'buyer' : 'villages';
    case 'advised':
      return 'decider';
    case 'ordered':
      return 'suppliers';
    case 'evaluated':
    case 'not_joint':
    case 'cancelled':
      return 'nobody';
  }
}
