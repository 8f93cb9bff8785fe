export { PurchaseCalls, aQuote, demandOf } from './purchase-calls';
export type { PurchaseAnswer } from './purchase-calls';
export { aJointTown, giveMandate } from './a-joint-town';
export type { JointTown } from './a-joint-town';
