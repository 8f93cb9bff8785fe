import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { NewsKind, NewsVoice } from '@kernagenda/news/domain';

@Entity('village_news')
export class VillageNews {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'text' })
  readonly kind: NewsKind;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'uuid', nullable: true })
  readonly proposalId: string | null;

  @Column({ type: 'date', nullable: true })
  readonly startsOn: string | null;

  @Column({ type: 'date', nullable: true })
  readonly endsOn: string | null;

  @Column({ type: 'text', default: '' })
  readonly place: string;

  @Column({ type: 'text' })
  readonly voice: NewsVoice;

  @Column({ type: 'timestamptz' })
  readonly toldAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  readonly correctedAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}
