import { moneyLimits } from '@kernagenda/shared/domain';
import type { PriceBreak } from './quotes';
import type { PurchaseKind, PurchaseRoute } from './routes';
import type { Coordination } from './saving';
import type { ShareKey } from './shares';

/** Lengths in characters, counts, and whole cents; used by DTOs, forms and columns alike. */
export const procurementLimits = {
  what: { min: 2, max: 80 },
  unit: { min: 1, max: 40 },
  lineWhat: { min: 2, max: 120 },
  quantity: { min: 1, max: 1_000_000 },
  specification: { max: 2000 },
  source: { max: 300 },
  linesPerVillage: 20,
  requirement: { min: 3, max: 300 },
  requirements: 30,
  supplier: { min: 2, max: 120 },
  priceBreaks: 12,
  cents: moneyLimits.cents,
  deliveryWeeks: 260,
  warrantyMonths: 600,
  quotes: 20,
  note: { max: 1000 },
  reason: { min: 10, max: 2000 },
  story: { min: 10, max: 2000 },
  hours: 10_000,
  /** How many days ahead prices can be asked for until. */
  closingDays: 365,
  photosPerDelivery: 5,
  unsentPhotos: 10,
  /** How long a photo is kept that no delivery was told with, in seconds. */
  unsentPhotoSeconds: 86_400,
} as const;

export interface PurchaseInput {
  readonly collaborationId: string;
  /** What is bought: "bankjes". */
  readonly what: string;
  /** What is counted: "bankje". */
  readonly unit: string;
  readonly kind: PurchaseKind;
  readonly shareKey: ShareKey;
}

export type PurchaseUpdate = Omit<PurchaseInput, 'collaborationId'>;

/** One of the teams of the collaboration. */
export interface BuyerInput {
  readonly teamId: string;
}

export interface DemandLineInput {
  readonly what: string;
  readonly quantity: number;
  readonly specification: string;
  readonly neededBy: string | null;
  readonly budgetCents: number | null;
  readonly separatePriceCents: number | null;
  /** Required with a price. */
  readonly separatePriceSource: string;
}

export interface NewDemandLineInput extends DemandLineInput {
  readonly villageId: string;
  /** The point of this village that it comes from; it moves along. */
  readonly proposalId: string | null;
}

/** The route that is chosen; another one than advised, or one nothing advises, needs a note. */
export interface RouteInput {
  readonly route: PurchaseRoute;
  readonly note: string;
}

/** What every quote has to meet, numbered from 1. */
export interface RequirementsInput {
  readonly requirements: readonly string[];
}

export interface RequestQuotesInput {
  /** An instant after now: until then quotes come in, and no price can be read. */
  readonly closesAt: string;
  /** Days `yyyy-mm-dd`, not before the closing: for the villages, and for who decides. */
  readonly adviceBy: string;
  readonly decisionBy: string;
}

export interface QuoteInput {
  readonly supplier: string;
  readonly priceBreaks: readonly PriceBreak[];
  readonly deliveryCents: number;
  readonly deliveryWeeks: number;
  readonly warrantyMonths: number;
  /** The last day on which the price holds. */
  readonly validUntil: string;
  readonly note: string;
}

/** Whether a quote meets the requirements; where it does not, the note says which. */
export interface AssessmentInput {
  readonly meetsRequirements: boolean;
  readonly note: string;
}

/** What a village thinks: whether this serves its need. Never who wins. */
export interface VillageAdviceInput {
  readonly isGood: boolean;
  readonly note: string;
}

export interface AdviseInput {
  readonly quoteId: string;
  readonly note: string;
}

export interface DecideInput {
  readonly quoteId: string;
  /** Required for another quote than the advised one. */
  readonly reason: string;
}

export interface OrderInput {
  /** By which the supplier knows the order; may be empty. */
  readonly reference: string;
  readonly note: string;
}

export interface ReasonInput {
  readonly reason: string;
}

export interface DeliveryPlanInput {
  readonly plannedOn: string;
}

export interface DeliverInput {
  /** A day until today. */
  readonly deliveredOn: string;
  /** How it went, for everyone; the point of the village tells it as its story. */
  readonly story: string;
  readonly photos: readonly DeliveryPhotoInput[];
}

/** An own photo that was kept for this delivery, with the words about it. */
export interface DeliveryPhotoInput {
  readonly id: string;
  readonly description: string;
  readonly isUndescribed: boolean;
}

export interface VillageEvaluationInput {
  readonly isContent: boolean;
  readonly note: string;
}

export interface EvaluateInput {
  /** What others can learn from it. */
  readonly lesson: string;
}

export type CoordinationInput = Coordination;

/** What it cost in the end, from the invoice and the time sheets. */
export interface BookInput {
  readonly invoiceCents: number;
  readonly invoiceReference: string;
  readonly coordination: CoordinationInput;
}
