import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type {
  CollaborationPhase,
  HistoryKind,
  PartnerKind,
  PartyKind,
  PartyRole,
} from '@kernagenda/collaborations/domain';
import type { Theme } from '@kernagenda/proposals/domain';

/** Villages and others doing one thing together. */
@Entity('collaboration')
export class Collaboration {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly municipalityId: string;

  /** The signal it was made from; null when somebody began it. */
  @Column({ type: 'uuid', nullable: true })
  readonly flagId: string | null;

  @Column({ type: 'uuid' })
  readonly threadId: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly theme: Theme;

  @Column({ type: 'text' })
  readonly phase: CollaborationPhase;

  @Column({ type: 'text', nullable: true })
  readonly phaseBeforePause: CollaborationPhase | null;

  @Column({ type: 'uuid', nullable: true })
  readonly ownerId: string | null;

  /** `yyyy-mm-dd` */
  @Column({ type: 'date', nullable: true })
  readonly endsOn: string | null;

  @Column({ type: 'text', default: '' })
  readonly exitRule: string;

  @Column({ type: 'text', default: '' })
  readonly decidingBody: string;

  @Column({ type: 'text', default: '' })
  readonly goalQuality: string;

  @Column({ type: 'text', default: '' })
  readonly goalCost: string;

  @Column({ type: 'text', default: '' })
  readonly goalContinuity: string;

  @Column({ type: 'text', default: '' })
  readonly baseline: string;

  @Column({ type: 'text', default: '' })
  readonly result: string;

  @Column({ type: 'text', default: '' })
  readonly staysLocal: string;

  @Column({ type: 'text', nullable: true })
  readonly stopReason: string | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz' })
  readonly statusAt: Date;
}

@Entity('collaboration_party')
export class CollaborationParty {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly collaborationId: string;

  @Column({ type: 'text' })
  readonly kind: PartyKind;

  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'text', nullable: true })
  readonly partnerKind: PartnerKind | null;

  @Column({ type: 'text', nullable: true })
  readonly partnerName: string | null;

  /** The resident who speaks for a village without a group. */
  @Column({ type: 'uuid', nullable: true })
  readonly contactId: string | null;

  @Column({ type: 'text' })
  readonly role: PartyRole;

  @Column({ type: 'timestamptz' })
  readonly joinedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly leftAt: Date | null;

  @Column({ type: 'text', nullable: true })
  readonly leftReason: string | null;

  /** From here on something is ordered for it. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly boundAt: Date | null;
}

@Entity('collaboration_point')
export class CollaborationPoint {
  @PrimaryColumn({ type: 'uuid' })
  readonly collaborationId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;
}

@Entity('collaboration_history')
export class CollaborationHistory {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly collaborationId: string;

  @Column({ type: 'text' })
  readonly kind: HistoryKind;

  @Column({ type: 'timestamptz' })
  readonly at: Date;

  @Column({ type: 'uuid', nullable: true })
  readonly partyId: string | null;

  @Column({ type: 'text', nullable: true })
  readonly toState: string | null;

  @Column({ type: 'text', nullable: true })
  readonly title: string | null;

  @Column({ type: 'text', nullable: true })
  readonly text: string | null;
}

@Entity('collaboration_task')
export class CollaborationTask {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly collaborationId: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'uuid', nullable: true })
  readonly personId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly partyId: string | null;

  /** `yyyy-mm-dd` */
  @Column({ type: 'date', nullable: true })
  readonly dueOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly doneAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('collaboration_document')
export class CollaborationDocument {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly collaborationId: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly url: string;

  @Column({ type: 'uuid', nullable: true })
  readonly addedBy: string | null;

  @Column({ type: 'timestamptz' })
  readonly addedAt: Date;
}
