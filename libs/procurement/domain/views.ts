import type { PhotoView } from '@kernagenda/proposals/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';
import type { ProcurementAction } from './actions';
import type { DemandChange, DemandLine } from './demand';
import type { PriceBreak } from './quotes';
import type { PurchaseKind, PurchaseRoute, RouteRule } from './routes';
import type { Coordination, Saving } from './saving';
import type { ShareKey } from './shares';
import type { ProcurementState, PurchaseActor, StepView } from './states';
import type { PurchaseVillageAction } from './village-actions';

/** What may be done with one line by who asks. */
export type DemandLineAction = 'edit' | 'remove';

/** One line; its amounts are null for who may not read them before the prices are open. */
export interface DemandLineView extends DemandLine {
  readonly proposalId: string | null;
  /** To be sent back in `If-Match`. */
  readonly version: number;
  readonly allowedActions: readonly DemandLineAction[];
}

/** One village of a purchase: what it asks for, what it pays, thinks and got. */
export interface PurchaseVillageView {
  readonly village: VillageRef;
  readonly quantity: number;
  /** What it would pay alone; null while that is not known or not for this reader. */
  readonly apartCents: number | null;
  readonly lines: readonly DemandLineView[];
  /** Whether what is offered serves its need; null while it did not say. */
  readonly advice: { readonly isGood: boolean; readonly note: string; readonly at: string } | null;
  readonly delivery: DeliveryView | null;
  /** Whether it is content afterwards. */
  readonly evaluation: { readonly isContent: boolean; readonly note: string } | null;
  readonly allowedActions: readonly PurchaseVillageAction[];
}

/** From the order on. Photos have their files at `/api/v1/delivery-photos/{id}/{size}`. */
export interface DeliveryView {
  readonly plannedOn: string | null;
  readonly deliveredOn: string | null;
  readonly story: string;
  readonly photos: readonly PhotoView[];
}

/** A village that asked for something and left the collaboration before the order; its lines stay in the history. */
export interface LeftVillageView {
  readonly village: VillageRef;
  readonly at: string;
}

/** A rule with where it stands written. */
export interface RouteRuleView extends RouteRule {
  /** Days `yyyy-mm-dd`; no end while it is null. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly source: string;
  readonly sourceUrl: string | null;
}

/** What the rules of today say of the value. Amounts are null for who may not read them yet. */
export interface RouteAdviceView {
  readonly estimateCents: number | null;
  /** Null when no rule is there for it. */
  readonly rule: RouteRuleView | null;
  /** Who has to sign for such a value, as mandates are now; null for who may not read the estimate yet. */
  readonly decider: 'team' | 'alderman' | null;
  /**
   * Purchases of the same thing that pass a threshold together with this one; a warning. Null when there are none, and for
   * who gets letters for suppliers: the total tells what the others, whose prices may be sealed, are expected to cost.
   */
  readonly splitting: SplittingView | null;
}

export interface SplittingView {
  readonly totalCents: number | null;
  readonly rule: RouteRuleView;
  readonly others: readonly { readonly caseId: string; readonly what: string; readonly startedOn: string }[];
}

export interface ChosenRouteView {
  readonly route: PurchaseRoute;
  /** What the rules asked for; null where they said nothing, and for who may not read the estimate yet. */
  readonly advised: PurchaseRoute | null;
  readonly note: string;
  readonly at: string;
  /** False when the demand changed since. */
  readonly isCurrent: boolean;
}

/** That a quote came in, for the buyer before the close: no amount is in it. */
export interface QuoteReceipt {
  readonly id: string;
  readonly supplier: string;
  readonly receivedAt: string;
}

/** A quote after the close. */
export interface QuoteView {
  readonly id: string;
  readonly letter: string;
  /** Null for readers who get letters. */
  readonly supplier: string | null;
  readonly priceBreaks: readonly PriceBreak[];
  readonly deliveryCents: number;
  readonly deliveryWeeks: number;
  readonly warrantyMonths: number;
  readonly validUntil: string;
  /** What the supplier says of it, as the buyer wrote it down; for who knows suppliers. */
  readonly note: string;
  /** Null while the buyer did not look. */
  readonly meetsRequirements: boolean | null;
  readonly assessment: string;
  readonly unitPriceCents: number | null;
  /** For all together, with delivery; null when the supplier does not sell so few. */
  readonly totalCents: number | null;
  readonly alone: readonly { readonly villageId: string; readonly cents: number | null }[];
  readonly isAdvised: boolean;
  readonly isChosen: boolean;
}

export interface QuotesView {
  /** Until when quotes come in; null while none are asked for. */
  readonly closesAt: string | null;
  readonly areOpen: boolean;
  /** Before the close, for the buyer alone; else empty. */
  readonly receipts: readonly QuoteReceipt[];
  /** Empty before the close. The advised or chosen one first, then by total. */
  readonly items: readonly QuoteView[];
}

/** Shares and saving on the price of one quote. */
export interface EstimateView extends Saving {
  /** The letter of the quote it counts with: the chosen one, else the advised, else the cheapest that meets the requirements. */
  readonly letter: string;
}

/** What it was in the end; booked once. */
export interface BookedView extends Saving {
  readonly at: string;
  readonly invoiceReference: string;
  readonly coordination: Coordination;
}

/** A purchase with an invoice, and what it won after every cost; below zero it was a loss. */
export interface BookedSaving {
  readonly purchaseId: string;
  readonly collaborationId: string;
  readonly what: string;
  readonly villages: readonly VillageRef[];
  /** The instant it was booked. */
  readonly at: string;
  readonly netCents: number;
}

export interface PurchaseDecisionView {
  readonly letter: string;
  readonly totalCents: number;
  readonly decider: 'team' | 'alderman';
  readonly at: string;
  readonly reason: string;
  /** False when a village stepped out since, so that the sum is another and it is decided again. */
  readonly isCurrent: boolean;
}

/** What happened, as everyone may read it. `count` is a number of pieces, villages or quotes, never money. */
export const purchaseEventKinds = [
  'started',
  'frozen',
  'changed_after_freeze',
  'buyer_named',
  'route_checked',
  'specified',
  'quotes_requested',
  'quotes_opened',
  'village_advised',
  'advised',
  'decided',
  'ordered',
  'planned',
  'village_delivered',
  'delivered',
  'booked',
  'evaluated',
  'not_joint',
  'cancelled',
] as const;
export type PurchaseEventKind = (typeof purchaseEventKinds)[number];

export interface PurchaseEventView {
  readonly at: string;
  readonly kind: PurchaseEventKind;
  /** Of which village, where it is of one. */
  readonly village: VillageRef | null;
  readonly count: number | null;
  /** What somebody wrote with it; may be empty. */
  readonly note: string;
}

/** A purchase in a list. */
export interface PurchaseSummary {
  readonly id: string;
  readonly collaborationId: string;
  readonly what: string;
  readonly unit: string;
  readonly kind: PurchaseKind;
  readonly state: ProcurementState;
  readonly areQuotesOpen: boolean;
  readonly quantity: number;
  readonly villages: readonly VillageRef[];
  /** When it last moved. */
  readonly movedAt: string;
  readonly startedAt: string;
}

/** A joint purchase with all that its page shows. */
export interface PurchaseView extends PurchaseSummary {
  /** To be sent back in `If-Match` with every move. */
  readonly version: number;
  readonly steps: readonly StepView[];
  readonly acting: PurchaseActor;
  /** The day before which they act; null while none is set. */
  readonly actsBefore: string | null;
  /** Who decides about the sum of the chosen quote, else of the advised one; null before there is one. */
  readonly decider: 'team' | 'alderman' | null;
  readonly buyer: TeamRef | null;
  /** The teams that can be named as buyer. */
  readonly teams: readonly TeamRef[];
  readonly shareKey: ShareKey;
  readonly perVillage: readonly PurchaseVillageView[];
  readonly left: readonly LeftVillageView[];
  readonly frozenAt: string | null;
  readonly changes: readonly DemandChange[];
  readonly routeAdvice: RouteAdviceView;
  readonly route: ChosenRouteView | null;
  readonly requirements: readonly string[];
  readonly adviceBy: string | null;
  readonly decisionBy: string | null;
  readonly quotes: QuotesView;
  readonly adviceNote: string;
  readonly decision: PurchaseDecisionView | null;
  readonly orderReference: string;
  readonly coordination: Coordination;
  /** Null before prices are open, or while a village has no price alone. */
  readonly estimate: EstimateView | null;
  readonly booked: BookedView | null;
  readonly lesson: string;
  /** Why it ended before it was delivered. */
  readonly ended: { readonly reason: string; readonly at: string } | null;
  readonly timeline: readonly PurchaseEventView[];
  readonly allowedActions: readonly ProcurementAction[];
}
