import { ApiProperty } from '@nestjs/swagger';
import { PhotoDto } from '@kernagenda/proposals/api';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';
import {
  demandFields,
  procurementActionNames,
  procurementStates,
  procurementSteps,
  purchaseActors,
  purchaseEventKinds,
  purchaseKinds,
  purchaseRoutes,
  purchaseVillageActions,
  shareKeys,
} from '@kernagenda/procurement/domain';
import type {
  BookedView,
  ChosenRouteView,
  Coordination,
  DeliveryView,
  DemandChange,
  DemandField,
  DemandLineAction,
  DemandLineView,
  EstimateView,
  LeftVillageView,
  ProcurementAction,
  ProcurementState,
  PurchaseActor,
  PurchaseDecisionView,
  PurchaseEventKind,
  PurchaseEventView,
  PurchaseKind,
  PurchaseRoute,
  PurchaseSummary,
  PurchaseView,
  PurchaseVillageAction,
  PurchaseVillageView,
  QuoteReceipt,
  QuoteView,
  QuotesView,
  RouteAdviceView,
  RouteRuleView,
  ShareKey,
  SplittingView,
  StepView,
  VillageSaving,
} from '@kernagenda/procurement/domain';
import { PriceBreakDto } from './quotes.dto';

const id = { format: 'uuid' } as const;
const instant = { type: String, format: 'date-time' } as const;
const maybeInstant = { ...instant, nullable: true } as const;
const maybeDay = { type: String, format: 'date', nullable: true } as const;
const whole = { type: 'integer' } as const;
const maybeWhole = { type: 'integer', nullable: true } as const;
const maybeText = { type: String, nullable: true } as const;
const cents = { type: 'integer', description: 'Euro cents without VAT' } as const;
const maybeCents = { ...cents, nullable: true } as const;
const decider = { enum: ['team', 'alderman'] } as const;

export class PurchaseSummaryDto implements PurchaseSummary {
  @ApiProperty(id) readonly id: string;
  @ApiProperty(id) readonly collaborationId: string;
  @ApiProperty() readonly what: string;
  @ApiProperty({ description: 'What is counted' }) readonly unit: string;
  @ApiProperty({ enum: purchaseKinds }) readonly kind: PurchaseKind;
  @ApiProperty({ enum: procurementStates }) readonly state: ProcurementState;
  @ApiProperty({ description: 'Whether the closing time of the quotes has passed' }) readonly areQuotesOpen: boolean;
  @ApiProperty(whole) readonly quantity: number;
  @ApiProperty({ type: [VillageRefDto] }) readonly villages: VillageRefDto[];
  @ApiProperty(instant) readonly movedAt: string;
  @ApiProperty(instant) readonly startedAt: string;
}

export class PurchasePageDto {
  @ApiProperty({ type: [PurchaseSummaryDto] }) readonly items: PurchaseSummaryDto[];
  @ApiProperty(maybeText) readonly nextCursor: string | null;
}

class StepDto implements StepView {
  @ApiProperty({ enum: procurementSteps }) readonly step: StepView['step'];
  @ApiProperty({ enum: ['past', 'now', 'next'] }) readonly state: StepView['state'];
}

class DemandLineDto implements DemandLineView {
  @ApiProperty(id) readonly id: string;
  @ApiProperty(id) readonly villageId: string;
  @ApiProperty({ ...maybeText, format: 'uuid' }) readonly proposalId: string | null;
  @ApiProperty() readonly what: string;
  @ApiProperty(whole) readonly quantity: number;
  @ApiProperty() readonly specification: string;
  @ApiProperty(maybeDay) readonly neededBy: string | null;
  @ApiProperty(maybeCents) readonly budgetCents: number | null;
  @ApiProperty(maybeCents) readonly separatePriceCents: number | null;
  @ApiProperty() readonly separatePriceSource: string;
  @ApiProperty({ ...whole, description: 'To be sent back in `If-Match` with a change of this line' })
  readonly version: number;
  @ApiProperty({ enum: ['edit', 'remove'], isArray: true }) readonly allowedActions: DemandLineAction[];
}

class DemandChangeFieldDto {
  @ApiProperty({ enum: demandFields }) readonly field: DemandField;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'integer' }], nullable: true })
  readonly from: string | number | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'integer' }], nullable: true })
  readonly to: string | number | null;
}

class DemandChangeDto implements DemandChange {
  @ApiProperty(id) readonly lineId: string;
  @ApiProperty(id) readonly villageId: string;
  @ApiProperty() readonly what: string;
  @ApiProperty({ enum: ['added', 'removed', 'left', 'changed'] }) readonly kind: DemandChange['kind'];
  @ApiProperty({ type: [DemandChangeFieldDto] }) readonly fields: DemandChangeFieldDto[];
}

class VillageAdviceViewDto {
  @ApiProperty() readonly isGood: boolean;
  @ApiProperty() readonly note: string;
  @ApiProperty(instant) readonly at: string;
}

class DeliveryDto implements DeliveryView {
  @ApiProperty(maybeDay) readonly plannedOn: string | null;
  @ApiProperty(maybeDay) readonly deliveredOn: string | null;
  @ApiProperty() readonly story: string;
  @ApiProperty({ type: [PhotoDto] }) readonly photos: PhotoDto[];
}

class VillageEvaluationViewDto {
  @ApiProperty() readonly isContent: boolean;
  @ApiProperty() readonly note: string;
}

class PurchaseVillageDto implements PurchaseVillageView {
  @ApiProperty({ type: VillageRefDto }) readonly village: VillageRefDto;
  @ApiProperty(whole) readonly quantity: number;
  @ApiProperty(maybeCents) readonly apartCents: number | null;
  @ApiProperty({ type: [DemandLineDto] }) readonly lines: DemandLineDto[];
  @ApiProperty({ type: VillageAdviceViewDto, nullable: true }) readonly advice: VillageAdviceViewDto | null;
  @ApiProperty({ type: DeliveryDto, nullable: true }) readonly delivery: DeliveryDto | null;
  @ApiProperty({ type: VillageEvaluationViewDto, nullable: true }) readonly evaluation: VillageEvaluationViewDto | null;
  @ApiProperty({ enum: purchaseVillageActions, isArray: true }) readonly allowedActions: PurchaseVillageAction[];
}

class LeftVillageDto implements LeftVillageView {
  @ApiProperty({ type: VillageRefDto }) readonly village: VillageRefDto;
  @ApiProperty(instant) readonly at: string;
}

class RouteRuleDto implements RouteRuleView {
  @ApiProperty(cents) readonly fromCents: number;
  @ApiProperty({ enum: purchaseRoutes }) readonly route: PurchaseRoute;
  @ApiProperty({ type: String, format: 'date' }) readonly validFrom: string;
  @ApiProperty(maybeDay) readonly validUntil: string | null;
  @ApiProperty() readonly source: string;
  @ApiProperty(maybeText) readonly sourceUrl: string | null;
}

class OtherPurchaseDto {
  @ApiProperty(id) readonly caseId: string;
  @ApiProperty() readonly what: string;
  @ApiProperty({ type: String, format: 'date' }) readonly startedOn: string;
}

class SplittingDto implements SplittingView {
  @ApiProperty(maybeCents) readonly totalCents: number | null;
  @ApiProperty({ type: RouteRuleDto }) readonly rule: RouteRuleDto;
  @ApiProperty({ type: [OtherPurchaseDto] }) readonly others: OtherPurchaseDto[];
}

class RouteAdviceDto implements RouteAdviceView {
  @ApiProperty(maybeCents) readonly estimateCents: number | null;
  @ApiProperty({ type: RouteRuleDto, nullable: true }) readonly rule: RouteRuleDto | null;
  @ApiProperty({ ...decider, nullable: true }) readonly decider: 'team' | 'alderman' | null;
  @ApiProperty({
    type: SplittingDto,
    nullable: true,
    description: 'A warning: together with these it passes a threshold',
  })
  readonly splitting: SplittingDto | null;
}

class ChosenRouteDto implements ChosenRouteView {
  @ApiProperty({ enum: purchaseRoutes }) readonly route: PurchaseRoute;
  @ApiProperty({ enum: purchaseRoutes, nullable: true }) readonly advised: PurchaseRoute | null;
  @ApiProperty() readonly note: string;
  @ApiProperty(instant) readonly at: string;
  @ApiProperty({ description: 'False when the demand changed since' }) readonly isCurrent: boolean;
}

export class QuoteReceiptDto implements QuoteReceipt {
  @ApiProperty(id) readonly id: string;
  @ApiProperty() readonly supplier: string;
  @ApiProperty(instant) readonly receivedAt: string;
}

class AloneDto {
  @ApiProperty(id) readonly villageId: string;
  @ApiProperty(maybeCents) readonly cents: number | null;
}

class QuoteDto implements QuoteView {
  @ApiProperty(id) readonly id: string;
  @ApiProperty() readonly letter: string;
  @ApiProperty({ ...maybeText, description: 'Null for readers who get letters' }) readonly supplier: string | null;
  @ApiProperty({ type: [PriceBreakDto] }) readonly priceBreaks: PriceBreakDto[];
  @ApiProperty(cents) readonly deliveryCents: number;
  @ApiProperty(whole) readonly deliveryWeeks: number;
  @ApiProperty(whole) readonly warrantyMonths: number;
  @ApiProperty({ type: String, format: 'date' }) readonly validUntil: string;
  @ApiProperty() readonly note: string;
  @ApiProperty({ type: Boolean, nullable: true }) readonly meetsRequirements: boolean | null;
  @ApiProperty() readonly assessment: string;
  @ApiProperty(maybeCents) readonly unitPriceCents: number | null;
  @ApiProperty(maybeCents) readonly totalCents: number | null;
  @ApiProperty({ type: [AloneDto] }) readonly alone: AloneDto[];
  @ApiProperty() readonly isAdvised: boolean;
  @ApiProperty() readonly isChosen: boolean;
}

class QuotesDto implements QuotesView {
  @ApiProperty(maybeInstant) readonly closesAt: string | null;
  @ApiProperty() readonly areOpen: boolean;
  @ApiProperty({ type: [QuoteReceiptDto], description: 'Before the close, for the buyer alone' })
  readonly receipts: QuoteReceiptDto[];
  @ApiProperty({ type: [QuoteDto], description: 'Empty before the close' }) readonly items: QuoteDto[];
}

class CoordinationViewDto implements Coordination {
  @ApiProperty(whole) readonly hours: number;
  @ApiProperty(cents) readonly rateCents: number;
  @ApiProperty() readonly hoursSource: string;
  @ApiProperty(cents) readonly otherCents: number;
  @ApiProperty() readonly otherSource: string;
}

class VillageSavingDto implements VillageSaving {
  @ApiProperty(id) readonly villageId: string;
  @ApiProperty(cents) readonly apartCents: number;
  @ApiProperty(cents) readonly togetherCents: number;
  @ApiProperty(cents) readonly netCents: number;
  @ApiProperty({ description: 'Whether a cent that could not be divided went here' }) readonly hasExtraCent: boolean;
  @ApiProperty({ ...whole, description: 'What was left of a cent after dividing' }) readonly restInThousandths: number;
}

abstract class SavingDto {
  @ApiProperty(cents) readonly apartCents: number;
  @ApiProperty(cents) readonly togetherCents: number;
  @ApiProperty(cents) readonly coordinationCents: number;
  @ApiProperty({ ...cents, description: 'Apart − together − coordination; below zero it is better bought apart' })
  readonly netCents: number;
  @ApiProperty(maybeWhole) readonly netPercent: number | null;
  @ApiProperty() readonly isWorthIt: boolean;
  @ApiProperty({ type: [VillageSavingDto] }) readonly villages: VillageSavingDto[];
}

class EstimateDto extends SavingDto implements EstimateView {
  @ApiProperty() readonly letter: string;
}

class BookedDto extends SavingDto implements BookedView {
  @ApiProperty(instant) readonly at: string;
  @ApiProperty() readonly invoiceReference: string;
  @ApiProperty({ type: CoordinationViewDto }) readonly coordination: CoordinationViewDto;
}

class PurchaseDecisionDto implements PurchaseDecisionView {
  @ApiProperty() readonly letter: string;
  @ApiProperty(cents) readonly totalCents: number;
  @ApiProperty(decider) readonly decider: 'team' | 'alderman';
  @ApiProperty(instant) readonly at: string;
  @ApiProperty() readonly reason: string;
  @ApiProperty({ description: 'False when a village stepped out since: it is decided again' })
  readonly isCurrent: boolean;
}

class EndedDto {
  @ApiProperty() readonly reason: string;
  @ApiProperty(instant) readonly at: string;
}

class PurchaseEventDto implements PurchaseEventView {
  @ApiProperty(instant) readonly at: string;
  @ApiProperty({ enum: purchaseEventKinds }) readonly kind: PurchaseEventKind;
  @ApiProperty({ type: VillageRefDto, nullable: true }) readonly village: VillageRefDto | null;
  @ApiProperty({ ...maybeWhole, description: 'Pieces or quotes, never money' }) readonly count: number | null;
  @ApiProperty() readonly note: string;
}

export class PurchaseDto extends PurchaseSummaryDto implements PurchaseView {
  @ApiProperty({ ...whole, description: 'To be sent back in `If-Match`' }) readonly version: number;
  @ApiProperty({ type: [StepDto] }) readonly steps: StepDto[];
  @ApiProperty({ enum: purchaseActors }) readonly acting: PurchaseActor;
  @ApiProperty(maybeDay) readonly actsBefore: string | null;
  @ApiProperty({ ...decider, nullable: true }) readonly decider: 'team' | 'alderman' | null;
  @ApiProperty({ type: TeamRefDto, nullable: true }) readonly buyer: TeamRefDto | null;
  @ApiProperty({ type: [TeamRefDto] }) readonly teams: TeamRefDto[];
  @ApiProperty({ enum: shareKeys }) readonly shareKey: ShareKey;
  @ApiProperty({ type: [PurchaseVillageDto] }) readonly perVillage: PurchaseVillageDto[];
  @ApiProperty({ type: [LeftVillageDto] }) readonly left: LeftVillageDto[];
  @ApiProperty(maybeInstant) readonly frozenAt: string | null;
  @ApiProperty({ type: [DemandChangeDto], description: 'Since the demand was frozen' })
  readonly changes: DemandChangeDto[];
  @ApiProperty({ type: RouteAdviceDto }) readonly routeAdvice: RouteAdviceDto;
  @ApiProperty({ type: ChosenRouteDto, nullable: true }) readonly route: ChosenRouteDto | null;
  @ApiProperty({ type: [String] }) readonly requirements: string[];
  @ApiProperty(maybeDay) readonly adviceBy: string | null;
  @ApiProperty(maybeDay) readonly decisionBy: string | null;
  @ApiProperty({ type: QuotesDto }) readonly quotes: QuotesDto;
  @ApiProperty() readonly adviceNote: string;
  @ApiProperty({ type: PurchaseDecisionDto, nullable: true }) readonly decision: PurchaseDecisionDto | null;
  @ApiProperty() readonly orderReference: string;
  @ApiProperty({ type: CoordinationViewDto }) readonly coordination: CoordinationViewDto;
  @ApiProperty({ type: EstimateDto, nullable: true }) readonly estimate: EstimateDto | null;
  @ApiProperty({ type: BookedDto, nullable: true }) readonly booked: BookedDto | null;
  @ApiProperty() readonly lesson: string;
  @ApiProperty({ type: EndedDto, nullable: true }) readonly ended: EndedDto | null;
  @ApiProperty({ type: [PurchaseEventDto] }) readonly timeline: PurchaseEventDto[];
  @ApiProperty({ enum: procurementActionNames, isArray: true }) readonly allowedActions: ProcurementAction[];
}
