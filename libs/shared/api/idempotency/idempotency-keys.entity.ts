import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a creating call, kept so that the same call is answered again instead of done again. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn({ type: 'uuid' })
  readonly personId: string;

  @PrimaryColumn({ type: 'text' })
  readonly route: string;

  @PrimaryColumn({ type: 'text' })
  readonly key: string;

  @Column({ type: 'text' })
  readonly bodyHash: string;

  @Column({ type: 'jsonb', nullable: true })
  readonly answer: object | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}
