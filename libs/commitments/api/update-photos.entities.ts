import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ImageSize } from '@kernagenda/shared/domain';

/** A photo of a status update, or one that waits for the update it is sent with. */
@Entity('update_photo')
export class UpdatePhoto {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly senderId: string;

  /** Null until it is sent; until then it exists for its sender alone. */
  @Column({ type: 'uuid', nullable: true })
  readonly updateId: string | null;

  @Column({ type: 'int', default: 0 })
  readonly position: number;

  @Column({ type: 'text', default: '' })
  readonly description: string;

  @Column({ type: 'boolean', default: false })
  readonly isUndescribed: boolean;

  @Column({ type: 'int' })
  readonly width: number;

  @Column({ type: 'int' })
  readonly height: number;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** One size of a photo, apart from its row so that lists never touch the bytes. */
@Entity('update_photo_file')
export class UpdatePhotoFile {
  @PrimaryColumn({ type: 'uuid' })
  readonly photoId: string;

  @PrimaryColumn({ type: 'int' })
  readonly size: ImageSize;

  @Column({ type: 'bytea' })
  readonly content: Buffer;
}
