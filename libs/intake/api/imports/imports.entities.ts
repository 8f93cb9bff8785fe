import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { BatchState, ColumnChoice } from '@kernagenda/intake/domain/imports';

/** A file with points, as it was read. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  /** Who decided about it last. */
  @Column({ type: 'uuid', nullable: true })
  readonly actedBy: string | null;

  @Column({ type: 'text' })
  readonly state: BatchState;

  @Column({ type: 'text' })
  readonly fileName: string;

  @Column({ type: 'jsonb' })
  readonly headings: readonly string[];

  @Column({ type: 'jsonb' })
  readonly columns: ColumnChoice;

  /** Names of sheets that were not read. */
  @Column({ type: 'jsonb' })
  readonly leftOut: readonly string[];

  @Column({ type: 'text', nullable: true })
  readonly sourceUrl: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly finishedAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** What the columns under some headings were said to be the last time. */
@Entity('import_columns')
export class ImportColumns {
  @PrimaryColumn({ type: 'text' })
  readonly headingsHash: string;

  @Column({ type: 'jsonb' })
  readonly columns: ColumnChoice;

  @Column({ type: 'text', nullable: true })
  readonly sourceUrl: string | null;

  @Column({ type: 'timestamptz' })
  readonly usedAt: Date;
}
