import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { RoundChannel } from '@kernagenda/intake/domain/rounds';

@Entity('intake_round')
export class IntakeRound {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly question: string;

  @Column({ type: 'text' })
  readonly explanation: string;

  @Column({ type: 'text', array: true })
  readonly channels: RoundChannel[];

  @Column({ type: 'text' })
  readonly handIn: string;

  @Column({ type: 'text' })
  readonly phone: string;

  @Column({ type: 'text' })
  readonly evening: string;

  @Column({ type: 'date' })
  readonly startsOn: string;

  @Column({ type: 'date' })
  readonly endsOn: string;

  @Column({ type: 'timestamptz', nullable: true })
  readonly stoppedAt: Date | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** A village of a round, with its days: the database keeps them equal to those of the round, and rounds apart by them. */
@Entity('intake_round_village')
export class IntakeRoundVillage {
  @PrimaryColumn({ type: 'uuid' })
  readonly roundId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'date' })
  readonly startsOn: string;

  @Column({ type: 'date' })
  readonly endsOn: string;
}
