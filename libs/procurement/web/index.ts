export { nl as purchaseWords } from './nl';
export { obstacleIn } from './obstacle';
export { PurchasesClient, purchaseResource, purchasesOfResource } from './purchases-client';
export { QuotesSection } from './quotes-section';
export { SavingSection } from './saving-section';
