import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('residency_batch')
export class ResidencyBatch {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'int' })
  readonly codes: number;

  @Column({ type: 'int' })
  readonly usesPerCode: number;

  /** The last day on which its codes work. */
  @Column({ type: 'date' })
  readonly validUntil: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly withdrawnAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly proofsTakenBackAt: Date | null;
}

/** That somebody lives in a village. The code is not in it: that would tell who shares a house. */
@Entity('residency_proof')
export class ResidencyProof {
  @PrimaryColumn({ type: 'uuid' })
  readonly personId: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'uuid' })
  readonly batchId: string;

  @Column({ type: 'timestamptz' })
  readonly provenAt: Date;
}
