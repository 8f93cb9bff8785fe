import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EveningState } from '@kernagenda/intake/domain/evenings';
import type { Theme } from '@kernagenda/proposals/domain';

/** An evening on which wishes are written down as they are said. */
@Entity('evening')
export class Evening {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'date' })
  readonly day: string;

  @Column({ type: 'text' })
  readonly state: EveningState;

  @Column({ type: 'uuid', nullable: true })
  readonly begunBy: string | null;

  @Column({ type: 'timestamptz' })
  readonly begunAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly closedAt: Date | null;
}

/** A wish as it was said. The computer it was written on chose its id. */
@Entity('evening_wish')
export class EveningWish {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly eveningId: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'text', nullable: true })
  readonly theme: Theme | null;

  @Column({ type: 'text', name: 'group_name' })
  readonly group: string;

  @Column({ type: 'uuid', nullable: true })
  readonly sameAs: string | null;

  @Column({ type: 'int' })
  readonly dots: number;

  @Column({ type: 'text' })
  readonly place: string;

  /** In lower case; null when there is none, or none any more. */
  @Column({ type: 'text', nullable: true })
  readonly email: string | null;

  @Column({ type: 'boolean' })
  readonly isRemoved: boolean;

  @Column({ type: 'boolean', default: false })
  readonly isLeftOut: boolean;

  /** Everybody who wrote on it. */
  @Column({ type: 'uuid', array: true })
  readonly enteredBy: readonly string[];

  @Column({ type: 'timestamptz' })
  readonly enteredAt: Date;

  /** Milliseconds, which a number holds exactly. */
  @Column({ type: 'bigint', transformer: { from: Number, to: (value: unknown) => value } })
  readonly revision: number;

  @Column({ type: 'uuid', nullable: true })
  readonly proposalId: string | null;
}
