import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { HouseRule, ReasonedDecision } from '@kernagenda/moderation/domain';

@Entity('text_block')
export class TextBlock {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly name: string;

  /** Null when it is meant for an answer to a message. */
  @Column({ type: 'text', nullable: true })
  readonly rule: HouseRule | null;

  /** Null when it is meant for each decision. */
  @Column({ type: 'text', nullable: true })
  readonly decision: ReasonedDecision | null;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'int' })
  readonly position: number;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}
