import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { CentsColumn } from '@kernagenda/shared/api';
import type {
  AnsweredQuestion,
  ApplicationState,
  ApplyingSide,
  CriterionView,
  RedistributionState,
} from '@kernagenda/budgets/domain';

/** What holds from a year on; the database refuses two rules of one year. */
@Entity('budget_rule')
export class BudgetRuleRow {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'int' })
  readonly fromYear: number;

  @CentsColumn()
  readonly villageCents: number;

  @CentsColumn()
  readonly initiativeCents: number;

  @Column({ type: 'int' })
  readonly existingPercent: number;

  @Column({ type: 'text' })
  readonly redistributesOn: string;

  @Column({ type: 'jsonb' })
  readonly criteria: readonly string[];

  @Column({ type: 'text' })
  readonly source: string;

  @Column({ type: 'text' })
  readonly sourceUrl: string;

  @Column({ type: 'boolean' })
  readonly isExample: boolean;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

@Entity('village_budget')
export class VillageBudget {
  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;

  @PrimaryColumn({ type: 'int' })
  readonly year: number;

  @CentsColumn()
  readonly amountCents: number;

  @CentsColumn()
  readonly initiativeCents: number;

  @Column({ type: 'int' })
  readonly existingPercent: number;

  @CentsColumn()
  readonly movedInCents: number;

  @CentsColumn()
  readonly movedOutCents: number;

  @CentsColumn()
  readonly grantedCents: number;

  @CentsColumn()
  readonly existingGrantedCents: number;
}

@Entity('budget_application')
export class BudgetApplication {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'int' })
  readonly year: number;

  @Column({ type: 'int' })
  readonly number: number;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly proposalId: string | null;

  @Column({ type: 'uuid' })
  readonly applicantId: string;

  @Column({ type: 'text' })
  readonly side: ApplyingSide;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly plan: string;

  @CentsColumn()
  readonly amountCents: number;

  @Column({ type: 'boolean' })
  readonly isExisting: boolean;

  @Column({ type: 'date' })
  readonly startsOn: string;

  @Column({ type: 'jsonb' })
  readonly criteria: readonly CriterionView[];

  @Column({ type: 'text' })
  readonly contact: string;

  @Column({ type: 'text' })
  readonly state: ApplicationState;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'timestamptz' })
  readonly receivedAt: Date;

  @Column({ type: 'int', default: 0 })
  readonly pausedDays: number;

  @Column({ type: 'date', nullable: true })
  readonly askedOn: string | null;

  @Column({ type: 'text', default: '' })
  readonly askedNote: string;

  @Column({ type: 'text', default: '' })
  readonly answer: string;

  @Column({ type: 'jsonb', default: [] })
  readonly answeredBefore: readonly AnsweredQuestion[];

  @Column({ type: 'uuid', array: true, default: '{}' })
  readonly adviserIds: readonly string[];

  @Column({ type: 'boolean', nullable: true })
  readonly adviceIsPositive: boolean | null;

  @Column({ type: 'text', default: '' })
  readonly adviceNote: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly advisedAt: Date | null;

  @CentsColumn({ nullable: true })
  readonly grantedCents: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly decidedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'text', default: '' })
  readonly decisionReason: string;

  @Column({ type: 'boolean', default: false })
  readonly isShort: boolean;

  @Column({ type: 'boolean', default: false })
  readonly isBeforeOthers: boolean;
}

@Entity('budget_letter')
export class BudgetLetter {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly applicationId: string;

  @Column({ type: 'text' })
  readonly kind: 'received' | 'asked' | 'decided';

  @Column({ type: 'timestamptz' })
  readonly writtenAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly sentAt: Date | null;
}

@Entity('budget_redistribution')
export class BudgetRedistribution {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'int' })
  readonly year: number;

  @Column({ type: 'text' })
  readonly state: RedistributionState;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'timestamptz' })
  readonly madeAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly decidedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'text', default: '' })
  readonly reason: string;
}

@Entity('budget_move')
export class BudgetMove {
  @PrimaryColumn({ type: 'uuid' })
  readonly redistributionId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;

  @CentsColumn()
  readonly cents: number;
}
