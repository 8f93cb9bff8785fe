import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One thing somebody did. The table takes no update and no delete. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  readonly id: string;

  @Column({ type: 'timestamptz' })
  readonly at: Date;

  /** Null when the system did it. */
  @Column({ type: 'uuid', nullable: true })
  readonly actorId: string | null;

  @Column({ type: 'text' })
  readonly action: string;

  @Column({ type: 'text' })
  readonly objectType: string;

  @Column({ type: 'text' })
  readonly objectId: string;

  @Column({ type: 'text', nullable: true })
  readonly fromState: string | null;

  @Column({ type: 'text', nullable: true })
  readonly toState: string | null;

  @Column({ type: 'jsonb' })
  readonly details: object;
}
