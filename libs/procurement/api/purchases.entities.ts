import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { CentsColumn } from '@kernagenda/shared/api';
import type { ImageSize } from '@kernagenda/shared/domain';
import type {
  DemandLine,
  PriceBreak,
  ProcurementState,
  PurchaseEventKind,
  PurchaseKind,
  PurchaseRoute,
  ShareKey,
} from '@kernagenda/procurement/domain';

/** What it costs to do it together, for the estimate and for what was booked. */
abstract class CoordinationColumns {
  @Column({ type: 'int', default: 0 })
  readonly hours: number;

  @CentsColumn()
  readonly rateCents: number;

  @Column({ type: 'text', default: '' })
  readonly hoursSource: string;

  @CentsColumn()
  readonly otherCents: number;

  @Column({ type: 'text', default: '' })
  readonly otherSource: string;
}

@Entity('procurement_case')
export class ProcurementCase extends CoordinationColumns {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly collaborationId: string;

  @Column({ type: 'text' })
  readonly what: string;

  @Column({ type: 'text' })
  readonly unit: string;

  @Column({ type: 'text' })
  readonly kind: PurchaseKind;

  @Column({ type: 'text' })
  readonly shareKey: ShareKey;

  @Column({ type: 'text', default: 'gathering' })
  readonly state: ProcurementState;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'int', default: 1 })
  readonly demandVersion: number;

  @Column({ type: 'text', array: true })
  readonly stems: readonly string[];

  @Column({ type: 'timestamptz' })
  readonly startedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  readonly startedBy: string | null;

  @Column({ type: 'timestamptz' })
  readonly movedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  readonly buyerTeamId: string | null;

  @Column({ type: 'text', nullable: true })
  readonly route: PurchaseRoute | null;

  @Column({ type: 'text', nullable: true })
  readonly routeAdvised: PurchaseRoute | null;

  @Column({ type: 'text', default: '' })
  readonly routeNote: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly routeAt: Date | null;

  /** The demand the route was chosen for. */
  @Column({ type: 'int', nullable: true })
  readonly routeDemandVersion: number | null;

  @Column({ type: 'text', array: true, default: [] })
  readonly requirements: readonly string[];

  @Column({ type: 'timestamptz', nullable: true })
  readonly closesAt: Date | null;

  @Column({ type: 'date', nullable: true })
  readonly adviceBy: string | null;

  @Column({ type: 'date', nullable: true })
  readonly decisionBy: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly advisedQuoteId: string | null;

  @Column({ type: 'text', default: '' })
  readonly adviceNote: string;

  @Column({ type: 'uuid', nullable: true })
  readonly chosenQuoteId: string | null;

  @CentsColumn({ nullable: true })
  readonly decidedCents: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly decidedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'text', nullable: true })
  readonly decidedAs: 'team' | 'alderman' | null;

  @Column({ type: 'text', default: '' })
  readonly decisionReason: string;

  @Column({ type: 'text', default: '' })
  readonly orderReference: string;

  @Column({ type: 'text', default: '' })
  readonly lesson: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  readonly endedFrom: ProcurementState | null;

  @Column({ type: 'text', default: '' })
  readonly endedReason: string;
}

/** A village of a purchase, once there is something to keep of it. */
@Entity('procurement_village')
export class ProcurementVillage {
  @PrimaryColumn({ type: 'uuid' })
  readonly caseId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'boolean', nullable: true })
  readonly adviceIsGood: boolean | null;

  @Column({ type: 'text', default: '' })
  readonly adviceNote: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly adviceAt: Date | null;

  @Column({ type: 'int', nullable: true })
  readonly population: number | null;

  @Column({ type: 'date', nullable: true })
  readonly plannedOn: string | null;

  @Column({ type: 'date', nullable: true })
  readonly deliveredOn: string | null;

  @Column({ type: 'text', default: '' })
  readonly story: string;

  @Column({ type: 'boolean', nullable: true })
  readonly isContent: boolean | null;

  @Column({ type: 'text', default: '' })
  readonly evaluationNote: string;
}

@Entity('demand_line')
export class DemandLineRow implements DemandLine {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly caseId: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly proposalId: string | null;

  @Column({ type: 'text' })
  readonly what: string;

  @Column({ type: 'int' })
  readonly quantity: number;

  @Column({ type: 'text', default: '' })
  readonly specification: string;

  @Column({ type: 'date', nullable: true })
  readonly neededBy: string | null;

  @CentsColumn({ nullable: true })
  readonly budgetCents: number | null;

  @CentsColumn({ nullable: true })
  readonly separatePriceCents: number | null;

  @Column({ type: 'text', default: '' })
  readonly separatePriceSource: string;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('demand_snapshot')
export class DemandSnapshot {
  @PrimaryColumn({ type: 'uuid' })
  readonly caseId: string;

  @PrimaryColumn({ type: 'int' })
  readonly number: number;

  @Column({ type: 'timestamptz' })
  readonly takenAt: Date;

  @Column({ type: 'jsonb' })
  readonly lines: readonly DemandLine[];
}

@Entity('procurement_quote')
export class ProcurementQuote {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly caseId: string;

  @Column({ type: 'text' })
  readonly supplier: string;

  @Column({ type: 'jsonb' })
  readonly priceBreaks: readonly PriceBreak[];

  @CentsColumn()
  readonly deliveryCents: number;

  @Column({ type: 'int' })
  readonly deliveryWeeks: number;

  @Column({ type: 'int' })
  readonly warrantyMonths: number;

  @Column({ type: 'date' })
  readonly validUntil: string;

  @Column({ type: 'text', default: '' })
  readonly note: string;

  @Column({ type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  readonly enteredBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly withdrawnAt: Date | null;

  @Column({ type: 'boolean', nullable: true })
  readonly meetsRequirements: boolean | null;

  @Column({ type: 'text', default: '' })
  readonly assessment: string;
}

@Entity('procurement_event')
export class ProcurementEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly caseId: string;

  @Column({ type: 'timestamptz' })
  readonly at: Date;

  @Column({ type: 'text' })
  readonly kind: PurchaseEventKind;

  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  @Column({ type: 'int', nullable: true })
  readonly count: number | null;

  @Column({ type: 'text', default: '' })
  readonly note: string;
}

@Entity('procurement_booking')
export class ProcurementBooking extends CoordinationColumns {
  @PrimaryColumn({ type: 'uuid' })
  readonly caseId: string;

  @Column({ type: 'timestamptz' })
  readonly at: Date;

  @Column({ type: 'uuid', nullable: true })
  readonly bookedBy: string | null;

  @CentsColumn()
  readonly invoiceCents: number;

  @Column({ type: 'text' })
  readonly invoiceReference: string;
}

@Entity('delivery_photo')
export class DeliveryPhoto {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly caseId: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'uuid' })
  readonly senderId: string;

  /** False until the delivery is told with it; until then it exists for its sender alone. */
  @Column({ type: 'boolean', default: false })
  readonly isSent: boolean;

  @Column({ type: 'int', default: 0 })
  readonly position: number;

  @Column({ type: 'text', default: '' })
  readonly description: string;

  @Column({ type: 'boolean', default: false })
  readonly isUndescribed: boolean;

  @Column({ type: 'int' })
  readonly width: number;

  @Column({ type: 'int' })
  readonly height: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** One size of a photo, apart from its row so that lists never touch the bytes. */
@Entity('delivery_photo_file')
export class DeliveryPhotoFile {
  @PrimaryColumn({ type: 'uuid' })
  readonly photoId: string;

  @PrimaryColumn({ type: 'int' })
  readonly size: ImageSize;

  @Column({ type: 'bytea' })
  readonly content: Buffer;
}
