import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type {
  AskAnswerer,
  AskEnding,
  AskState,
  Benefit,
  DeclinedReason,
  EvidenceView,
  Features,
  MatchFlagState,
  MatchTier,
} from '@kernagenda/matching/domain';
import type { Theme } from '@kernagenda/proposals/domain';

/** What the engine read in a public text. */
@Entity('match_text')
export class MatchText {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'uuid', array: true })
  readonly villageIds: readonly string[];

  @Column({ type: 'jsonb' })
  readonly features: Features;

  @Column({ type: 'boolean' })
  readonly isPublic: boolean;

  /** The version of the proposal that was read. */
  @Column({ type: 'int' })
  readonly version: number;

  @Column({ type: 'int' })
  readonly engineVersion: number;

  /** Whether its resemblances are those of this reading. */
  @Column({ type: 'boolean' })
  readonly isCompared: boolean;

  @Column({ type: 'bigint' })
  readonly seq: string;
}

@Entity('resemblance')
export class Resemblance {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly otherId: string;

  @Column({ type: 'real' })
  readonly score: number;

  @Column({ type: 'text' })
  readonly tier: MatchTier;

  @Column({ type: 'boolean' })
  readonly isOpposite: boolean;

  @Column({ type: 'jsonb' })
  readonly evidence: readonly EvidenceView[];
}

@Entity('match_flag')
export class MatchFlag {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly state: MatchFlagState;

  @Column({ type: 'text' })
  readonly label: string;

  @Column({ type: 'timestamptz' })
  readonly suggestedAt: Date;

  @Column({ type: 'int' })
  readonly version: number;

  @Column({ type: 'text' })
  readonly theme: Theme;

  @Column({ type: 'text' })
  readonly benefit: Benefit;

  /** `yyyy-mm-dd`; null unless it is snoozed. */
  @Column({ type: 'date', nullable: true })
  readonly snoozedUntil: string | null;

  @Column({ type: 'boolean' })
  readonly isConfirmed: boolean;

  @Column({ type: 'text', nullable: true })
  readonly declineReason: DeclinedReason | null;

  @Column({ type: 'text' })
  readonly declineNote: string;

  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly decidedAt: Date | null;

  /** Null while nobody was asked; stays when it is snoozed or declined. */
  @Column({ type: 'uuid', nullable: true })
  readonly introducedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly introducedAt: Date | null;
}

/** What one village of a flag was asked, and said. */
@Entity('match_ask')
export class MatchAsk {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly flagId: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'text' })
  readonly state: AskState;

  /** As whom it was answered. */
  @Column({ type: 'text', nullable: true })
  readonly answerer: AskAnswerer | null;

  @Column({ type: 'uuid', nullable: true })
  readonly answeredBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly answeredAt: Date | null;

  @Column({ type: 'text' })
  readonly onBehalfOf: string;

  @Column({ type: 'text', nullable: true })
  readonly reason: AskEnding | null;

  @Column({ type: 'text' })
  readonly note: string;
}

@Entity('match_flag_member')
export class MatchFlagMember {
  @PrimaryColumn({ type: 'uuid' })
  readonly flagId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;
}

/** What a text asks for as a broker put it right; all null when it names nothing after all. */
@Entity('match_amount')
export class MatchAmount {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'int', nullable: true })
  readonly least: number | null;

  @Column({ type: 'int', nullable: true })
  readonly most: number | null;

  @Column({ type: 'text', nullable: true })
  readonly unit: string | null;

  @Column({ type: 'bigint', nullable: true })
  readonly cents: number | null;

  @Column({ type: 'uuid', nullable: true })
  readonly correctedBy: string | null;

  @Column({ type: 'timestamptz' })
  readonly correctedAt: Date;
}
