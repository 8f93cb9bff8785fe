import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Where one person answers one thread by mail. */
@Entity('thread_reply_address')
export class ThreadReplyAddress {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly threadId: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  @Column({ type: 'text' })
  readonly tokenHash: string;
}

/** A mail that came to such an address. */
@Entity('thread_reply')
export class ThreadReply {
  @PrimaryColumn({ type: 'uuid' })
  readonly addressId: string;

  @PrimaryColumn({ type: 'text' })
  readonly mailHash: string;

  @Column({ type: 'timestamptz' })
  readonly receivedAt: Date;
}
