import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SideKind, ThreadSubjectKind } from '@kernagenda/conversations/domain';

/** Messages between the people and sides that take part. */
@Entity('thread')
export class Thread {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly subjectKind: ThreadSubjectKind;

  @Column({ type: 'uuid', nullable: true })
  readonly subjectId: string | null;

  /** The number of the last message; 0 while there is none. */
  @Column({ type: 'integer' })
  readonly lastNumber: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

@Entity('thread_participant')
export class ThreadParticipant {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly threadId: string;

  @Column({ type: 'text' })
  readonly kind: SideKind;

  @Column({ type: 'uuid', nullable: true })
  readonly personId: string | null;

  /** The village of a group, or of the brokers: whoever is broker there now. */
  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'timestamptz' })
  readonly joinedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly leftAt: Date | null;

  /** The number of the last message that was there when it left. */
  @Column({ type: 'integer', nullable: true })
  readonly leftAfter: number | null;

  @Column({ type: 'boolean', default: false })
  readonly readsOnly: boolean;
}

@Entity('message')
export class Message {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly threadId: string;

  @Column({ type: 'integer' })
  readonly number: number;

  /** On whose behalf it was written. */
  @Column({ type: 'uuid' })
  readonly participantId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  @Column({ type: 'text' })
  readonly body: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  /** The proposal that was made of it; null also when its draft was thrown away. */
  @Column({ type: 'uuid', nullable: true })
  readonly draftId: string | null;
}
