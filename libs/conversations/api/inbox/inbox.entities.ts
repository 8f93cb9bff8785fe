import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { InboxState } from '@kernagenda/conversations/domain';

/** What the municipality does with the thread of a resident. */
@Entity('inbox_entry')
export class InboxEntry {
  @PrimaryColumn({ type: 'uuid' })
  readonly threadId: string;

  /** The side that answers. */
  @Column({ type: 'uuid' })
  readonly holderId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly assigneeId: string | null;

  @Column({ type: 'text' })
  readonly state: InboxState;

  @Column({ type: 'date' })
  readonly dueOn: string;
}

/** What one colleague told the others about a thread. */
@Entity('thread_note')
export class ThreadNote {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly threadId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly body: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}
