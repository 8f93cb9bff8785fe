import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('entered_wish')
export class EnteredWish {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'uuid' })
  readonly enteredBy: string;

  /** In lower case; null when there is none, or none any more. */
  @Column({ type: 'text', nullable: true })
  readonly email: string | null;

  @Column({ type: 'timestamptz' })
  readonly enteredAt: Date;

  /** When the link was mailed. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly toldAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  readonly claimedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly claimedAt: Date | null;
}
