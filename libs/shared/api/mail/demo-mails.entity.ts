import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Mail of the demo: shown, never sent. */
@Entity('demo_mail')
export class DemoMail {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly recipient: string;

  @Column({ type: 'text' })
  readonly subject: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'timestamptz' })
  readonly sentAt: Date;
}
