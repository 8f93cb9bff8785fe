import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EventKind, NewsVoice, OutcomeOwner } from '@kernagenda/news/domain';

@Entity('village_event')
export class VillageEvent {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'text' })
  readonly kind: EventKind;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'date' })
  readonly day: string;

  @Column({ type: 'time' })
  readonly starts: string;

  @Column({ type: 'time' })
  readonly ends: string;

  @Column({ type: 'text' })
  readonly place: string;

  @Column({ type: 'int', nullable: true })
  readonly room: number | null;

  @Column({ type: 'text' })
  readonly voice: NewsVoice;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly cancelledAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

@Entity('village_event_sign_up')
export class EventSignUp {
  @PrimaryColumn({ type: 'uuid' })
  readonly eventId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly personId: string;

  @Column({ type: 'timestamptz' })
  readonly signedUpAt: Date;
}

@Entity('village_event_outcome')
export class EventOutcomePoint {
  @PrimaryColumn({ type: 'uuid' })
  readonly eventId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  @Column({ type: 'text' })
  readonly owner: OutcomeOwner;

  @Column({ type: 'timestamptz' })
  readonly enteredAt: Date;
}
