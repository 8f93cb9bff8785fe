export {
  actsAsBuyer,
  allowedProcurementActions,
  knowsSuppliers,
  leadsDemand,
  mayDecide,
  mayDemand,
  moveTo,
  procurementActionNames,
  procurementActions,
  readsEstimates,
  requireEdit,
} from './actions';
export type { Obstacle, ProcurementAction, ProcurementEdit, ProcurementFacts, ProcurementMove } from './actions';
export { changesOf, demandFields, estimateOf, moneyFields, totalsOf } from './demand';
export type { DemandChange, DemandField, DemandLine, VillageDemand } from './demand';
export type { ProcurementEvents } from './events';
export { procurementLimits } from './inputs';
export type {
  AdviseInput,
  AssessmentInput,
  BookInput,
  BuyerInput,
  CoordinationInput,
  DecideInput,
  DeliverInput,
  DeliveryPhotoInput,
  DeliveryPlanInput,
  DemandLineInput,
  EvaluateInput,
  NewDemandLineInput,
  OrderInput,
  PurchaseInput,
  PurchaseUpdate,
  QuoteInput,
  ReasonInput,
  RequestQuotesInput,
  RequirementsInput,
  RouteInput,
  VillageAdviceInput,
  VillageEvaluationInput,
} from './inputs';
export { areQuotesOpen, cheapestOf, compareQuote, isPayable, letterOf, priceBreakFault, priceOf } from './quotes';
export type { PriceBreak } from './quotes';
export { purchaseKinds, purchaseRoutes } from './routes';
export type { PurchaseKind, PurchaseRoute, RouteRule } from './routes';
export { sumCents } from './money';
export { coordinationCents, savingBars, savingOf } from './saving';
export type { Coordination, Saving, SavingBar, SavingSide, VillageSaving } from './saving';
export { shareKeys } from './shares';
export type { ShareKey } from './shares';
export { splittingMonths, splittingOf } from './splitting';
export type { Splitting } from './splitting';
export {
  actingOf,
  demandStates,
  endedStates,
  leavableStates,
  orderedStates,
  procurementStates,
  procurementSteps,
  purchaseActors,
  stepOf,
  stepsOf,
} from './states';
export type { ProcurementState, ProcurementStep, PurchaseActor, StepView } from './states';
export { routeFor, thresholdLimits } from './thresholds';
export type { ThresholdInput, ThresholdView } from './thresholds';
export { purchaseEventKinds } from './views';
export type {
  BookedSaving,
  BookedView,
  ChosenRouteView,
  DeliveryView,
  DemandLineAction,
  DemandLineView,
  EstimateView,
  LeftVillageView,
  PurchaseDecisionView,
  PurchaseEventKind,
  PurchaseEventView,
  PurchaseSummary,
  PurchaseView,
  PurchaseVillageView,
  QuoteReceipt,
  QuoteView,
  QuotesView,
  RouteAdviceView,
  RouteRuleView,
  SplittingView,
} from './views';
export { allowedVillageActions, mayForVillage, purchaseVillageActions } from './village-actions';
export type { PurchaseVillageAction } from './village-actions';
