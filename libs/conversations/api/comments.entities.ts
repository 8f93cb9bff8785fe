import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AnsweringPart, CommentKind, CommentState, QuestionOwner } from '@kernagenda/conversations/domain';

/** Something said on a point; an answer hangs below its question. */
@Entity('comment')
export class Comment {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'uuid', nullable: true })
  readonly parentId: string | null;

  @Column({ type: 'text' })
  readonly kind: CommentKind;

  @Column({ type: 'text' })
  readonly state: CommentState;

  @Column({ type: 'text' })
  readonly body: string;

  @Column({ type: 'uuid', nullable: true })
  readonly authorId: string | null;

  /** Where the author lived when it was placed. */
  @Column({ type: 'uuid', nullable: true })
  readonly villageId: string | null;

  @Column({ type: 'text', nullable: true })
  readonly part: AnsweringPart | null;

  @Column({ type: 'text', nullable: true })
  readonly owner: QuestionOwner | null;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'date', nullable: true })
  readonly dueOn: string | null;

  /** Who accepted the offer of help, and so may see how to reach the helper. */
  @Column({ type: 'uuid', nullable: true })
  readonly agreedBy: string | null;

  @Column({ type: 'text', nullable: true })
  readonly hiddenReason: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}
