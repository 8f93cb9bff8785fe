import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Concept } from '@kernagenda/matching/domain';

/** A concept as this municipality has it: one that came with the product and was changed, or one of its own. */
@Entity('lexicon_change')
export class LexiconChange {
  @PrimaryColumn({ type: 'text' })
  readonly conceptId: string;

  @Column({ type: 'jsonb' })
  readonly concept: Concept;

  /** Of the lexicon as of this change. */
  @Column({ type: 'int' })
  readonly version: number;

  @Column({ type: 'uuid' })
  readonly changedBy: string;

  @Column({ type: 'timestamptz' })
  readonly changedAt: Date;
}
