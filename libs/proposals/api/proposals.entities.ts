import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type {
  AgendaState,
  EnteredWay,
  ModerationState,
  ProposalKind,
  ProposalText,
  Theme,
  VersionState,
} from '@kernagenda/proposals/domain';

/** The columns of a text, the same for the present one and for versions. */
abstract class TextColumns implements ProposalText {
  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly body: string;

  @Column({ type: 'text' })
  readonly place: string;

  @Column({ type: 'text', nullable: true })
  readonly theme: Theme | null;

  @Column({ type: 'text', nullable: true })
  readonly kind: ProposalKind | null;
}

@Entity('proposal')
export class Proposal extends TextColumns {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  /** Null for a point taken over from a public page. */
  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  /** Null when its author wrote it here. */
  @Column({ type: 'text', nullable: true })
  readonly enteredFrom: EnteredWay | null;

  /** Who wrote it down then. */
  @Column({ type: 'uuid', array: true })
  readonly enteredBy: readonly string[];

  @Column({ type: 'text' })
  readonly moderationState: ModerationState;

  @Column({ type: 'text' })
  readonly agendaState: AgendaState;

  @Column({ type: 'text', nullable: true })
  readonly agendaStateBeforeHold: AgendaState | null;

  @Column({ type: 'text', nullable: true })
  readonly reason: string | null;

  @Column({ type: 'text', nullable: true })
  readonly alternative: string | null;

  @Column({ type: 'date', nullable: true })
  readonly reviewOn: string | null;

  /** Who has it; null while nobody has, or the broker does. */
  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'boolean', default: false })
  readonly byResidents: boolean;

  @Column({ type: 'text', nullable: true })
  readonly executor: string | null;

  /** Set while it is planned, and kept when it is done. */
  @Column({ type: 'date', nullable: true })
  readonly dueOn: string | null;

  @Column({ type: 'text', nullable: true })
  readonly evidence: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly mergedIntoId: string | null;

  /** The key of a taken-over point in its source, so that a second import finds it. */
  @Column({ type: 'text', nullable: true })
  readonly sourceKey: string | null;

  @Column({ type: 'text', nullable: true })
  readonly sourceUrl: string | null;

  @Column({ type: 'int', nullable: true })
  readonly reportedYear: number | null;

  @Column({ type: 'int', default: 0 })
  readonly supportFromVillage: number;

  @Column({ type: 'int', default: 0 })
  readonly supportFromElsewhere: number;

  /** The text that was decided upon, while its author edits it; null once it is sent in. */
  @Column({ type: 'jsonb', nullable: true })
  readonly decidedText: ProposalText | null;

  @Column({ type: 'boolean', default: false })
  readonly isResubmitted: boolean;

  /** Who took the last decision that can be undone. */
  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly undoUntil: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly submittedAt: Date | null;

  /** Stays, whatever is changed and sent in again. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly firstSubmittedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly approvedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly statusAt: Date | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** Another village that shares a point as one process. */
@Entity('proposal_also_village')
export class ProposalAlsoVillage {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;
}

@Entity('support')
export class Support {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly personId: string;

  /** The home village at the moment of supporting. */
  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** One text of a proposal that was public, waits to be, or was refused or withdrawn. */
@Entity('proposal_version')
export class ProposalVersion extends TextColumns {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  /** Counts what was public; the number of a refused or withdrawn text is used again. */
  @Column({ type: 'int' })
  readonly number: number;

  @Column({ type: 'text' })
  readonly state: VersionState;

  /** Null for a text taken over from a public page. */
  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'timestamptz' })
  readonly submittedAt: Date;

  /** Who approved, refused or withdrew it; null while it waits, and for what was taken over. */
  @Column({ type: 'uuid', nullable: true })
  readonly decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly decidedAt: Date | null;
}
