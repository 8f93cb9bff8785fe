import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { CentsColumn } from '@kernagenda/shared/api';
import type { PurchaseKind, PurchaseRoute } from '@kernagenda/procurement/domain';

/** The database refuses two rules for the same way of buying, or the same amount, on the same days. */
@Entity('procurement_threshold')
export class ProcurementThreshold {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly kind: PurchaseKind;

  @Column({ type: 'text' })
  readonly route: PurchaseRoute;

  @CentsColumn()
  readonly fromCents: number;

  @Column({ type: 'date' })
  readonly validFrom: string;

  @Column({ type: 'date', nullable: true })
  readonly validUntil: string | null;

  @Column({ type: 'text' })
  readonly source: string;

  @Column({ type: 'text' })
  readonly sourceUrl: string;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}
