import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgendaState } from '@kernagenda/proposals/domain';

/** A step along the agenda that could be taken back, and what stood before it. */
@Entity('agenda_move')
export class AgendaMove {
  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  /** The version of the point that the step led to. */
  @PrimaryColumn({ type: 'int' })
  readonly version: number;

  @Column({ type: 'text' })
  readonly fromState: AgendaState;

  @Column({ type: 'text', nullable: true })
  readonly reason: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly statusAt: Date | null;

  @Column({ type: 'uuid' })
  readonly movedBy: string;

  @Column({ type: 'timestamptz' })
  readonly undoUntil: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly takenBackAt: Date | null;
}
