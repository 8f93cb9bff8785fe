import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LetterPart } from '@kernagenda/news/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';

@Entity('status_letter')
export class StatusLetter {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  /** Null for the letter of a collaboration. */
  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  /** Null for the letter of a village. */
  @Column({ type: 'uuid', nullable: true })
  readonly collaborationId: string | null;

  @Column({ type: 'date' })
  readonly fromOn: string;

  @Column({ type: 'date' })
  readonly toOn: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text', default: '' })
  readonly introduction: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly publishedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly publishedBy: string | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** A fact of a letter, as a reference to what it is about: a point and its promise, or a moment of a collaboration. */
@Entity('status_letter_line')
export class StatusLetterLine {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly letterId: string;

  /** Where it stands in the letter, from 0. */
  @Column({ type: 'int' })
  readonly position: number;

  @Column({ type: 'text' })
  readonly part: LetterPart;

  @Column({ type: 'uuid', nullable: true })
  readonly proposalId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly historyId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly commitmentId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly milestoneId: string | null;

  @Column({ type: 'text', nullable: true })
  readonly agendaState: AgendaState | null;

  @Column({ type: 'text' })
  readonly day: string;

  @Column({ type: 'text', nullable: true })
  readonly words: string | null;

  @Column({ type: 'boolean', default: false })
  readonly isLeftOut: boolean;
}
