import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EvidenceView, Features, MatchFlagState, MatchTier } from '@kernagenda/matching/domain';

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
}

@Entity('match_flag_member')
export class MatchFlagMember {
  @PrimaryColumn({ type: 'uuid' })
  readonly flagId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;
}
