import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type {
  CommitmentState,
  CommitmentStepKind,
  EscalationLevel,
  FeasibilityOutcome,
  PromisingPart,
  UpdateKind,
} from '@kernagenda/commitments/domain';

@Entity('official_answer')
export class OfficialAnswerRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'text' })
  readonly why: string;

  @Column({ type: 'text', default: '' })
  readonly alternative: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly part: PromisingPart;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  /** Null when everyone may read it. */
  @Column({ type: 'text', nullable: true })
  readonly hiddenReason: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('feasibility')
export class FeasibilityRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly outcome: FeasibilityOutcome;

  @Column({ type: 'text' })
  readonly text: string;

  /** Whole cents; rough. */
  @Column({ type: 'bigint', nullable: true })
  readonly costCents: number | null;

  @Column({ type: 'date' })
  readonly lookedOn: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly part: PromisingPart;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('story')
export class StoryRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly before: string;

  @Column({ type: 'text' })
  readonly after: string;

  /** Whole cents. */
  @Column({ type: 'bigint', nullable: true })
  readonly costCents: number | null;

  @Column({ type: 'text' })
  readonly partners: string;

  @Column({ type: 'text' })
  readonly thanks: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly part: PromisingPart;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'timestamptz' })
  readonly toldAt: Date;

  @Column({ type: 'int' })
  readonly version: number;
}

@Entity('commitment')
export class Commitment {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly what: string;

  /** Null is the broker. */
  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'date' })
  readonly dueOn: string;

  @Column({ type: 'date' })
  readonly firstDueOn: string;

  @Column({ type: 'text', default: 'open' })
  readonly state: CommitmentState;

  @Column({ type: 'date', nullable: true })
  readonly keptOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly keptAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly madeBy: string | null;

  @Column({ type: 'timestamptz' })
  readonly madeAt: Date;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

@Entity('commitment_step')
export class CommitmentStepRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly commitmentId: string;

  /** As the version of the promise after it. */
  @Column({ type: 'int' })
  readonly number: number;

  @Column({ type: 'text' })
  readonly kind: CommitmentStepKind;

  @Column({ type: 'text', nullable: true })
  readonly text: string | null;

  @Column({ type: 'date' })
  readonly dueOn: string;

  @Column({ type: 'uuid', nullable: true })
  readonly actorId: string | null;

  @Column({ type: 'timestamptz' })
  readonly at: Date;
}

@Entity('commitment_escalation')
export class CommitmentEscalation {
  @PrimaryColumn({ type: 'uuid' })
  readonly commitmentId: string;

  @PrimaryColumn({ type: 'date' })
  readonly dueOn: string;

  @PrimaryColumn({ type: 'text' })
  readonly level: EscalationLevel;

  @Column({ type: 'timestamptz' })
  readonly toldAt: Date;
}

@Entity('status_update')
export class StatusUpdateRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly kind: UpdateKind;

  @Column({ type: 'text', default: '' })
  readonly text: string;

  /** The promise it is the evidence of. */
  @Column({ type: 'uuid', nullable: true })
  readonly commitmentId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly part: PromisingPart;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  /** Null when everyone may read it. */
  @Column({ type: 'text', nullable: true })
  readonly hiddenReason: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('milestone')
export class MilestoneRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly title: string;

  /** A month `yyyy-mm` or a day `yyyy-mm-dd`. */
  @Column({ type: 'text' })
  readonly when: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly reachedAt: Date | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** Asked of whoever had a point then, whether its old status still was right. */
@Entity('refresh_ask')
export class RefreshAsk {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  /** Null is the broker. */
  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'timestamptz' })
  readonly askedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly confirmedAt: Date | null;
}
