export { conceptLimits, conceptUnits, previewLimits, purchaseGroups } from './limits';
export type { ConceptUnit, PurchaseGroup } from './limits';
export { conceptOrigins, flagChanges } from './views';
export type {
  ConceptInput,
  ConceptLine,
  ConceptOrigin,
  ConceptRef,
  ConceptView,
  FlagChange,
  LexiconPreviewView,
  PreviewFlagView,
  PreviewInput,
  PreviewMemberView,
  PreviewPointView,
  UnrecognisedPoint,
} from './views';
