import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Decision, HouseRule } from '@kernagenda/moderation/domain';

/** Who reads a submission now, so that a colleague leaves it alone. */
@Entity('moderation_claim')
export class ModerationClaim {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'uuid' })
  readonly claimedBy: string;

  @Column({ type: 'timestamptz' })
  readonly claimedAt: Date;

  @Column({ type: 'timestamptz' })
  readonly claimedUntil: Date;
}

@Entity('moderation_decision')
export class ModerationDecision {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly decision: Decision;

  @Column({ type: 'uuid' })
  readonly decidedBy: string;

  @Column({ type: 'timestamptz' })
  readonly decidedAt: Date;

  /** Null for a decision that cannot be undone. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly undoUntil: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly undoneAt: Date | null;

  /** Why it was taken up again; null for other decisions, which have a statement of reasons or speak for themselves. */
  @Column({ type: 'text', nullable: true })
  readonly reason: string | null;
}

@Entity('statement_of_reasons')
export class StatementOfReasons {
  @PrimaryColumn({ type: 'uuid' })
  readonly decisionId: string;

  @Column({ type: 'text' })
  readonly sentence: string;

  @Column({ type: 'text' })
  readonly rule: HouseRule;

  @Column({ type: 'text' })
  readonly wouldBeAccepted: string;
}
