import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ImageSize } from '@kernagenda/shared/domain';

@Entity('proposal_photo')
export class ProposalPhoto {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'int' })
  readonly position: number;

  @Column({ type: 'text', default: '' })
  readonly description: string;

  @Column({ type: 'boolean', default: false })
  readonly isUndescribed: boolean;

  /** False until its author sends it in with the text; others than the author see only what was sent. */
  @Column({ type: 'boolean', default: false })
  readonly isSent: boolean;

  @Column({ type: 'int' })
  readonly width: number;

  @Column({ type: 'int' })
  readonly height: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** One size of a photo, apart from its row so that lists never touch the bytes. */
@Entity('proposal_photo_file')
export class ProposalPhotoFile {
  @PrimaryColumn({ type: 'uuid' })
  readonly photoId: string;

  @PrimaryColumn({ type: 'int' })
  readonly size: ImageSize;

  @Column({ type: 'bytea' })
  readonly content: Buffer;
}
